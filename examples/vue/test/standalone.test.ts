import { standaloneSuite } from '@heed/testing/frameworks/standalone-suite';
import DeliveryQuestion from '../src/delivery-question.vue';
import { mountWith } from './mount.ts';

standaloneSuite('Vue', () => import('@heed/elements/define/csat'), mountWith(DeliveryQuestion));
