import { standaloneSuite } from '@heed/testing/frameworks/standalone-suite';
import DeliveryQuestion from '../src/delivery-question.svelte';
import { mountWith } from './mount.ts';

standaloneSuite('Svelte', () => import('@heed/elements/define/csat'), mountWith(DeliveryQuestion));
