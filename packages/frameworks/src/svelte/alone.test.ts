import { aloneSuite } from '../alone-suite.ts';
import DeliveryQuestion from './delivery-question.svelte';
import { mountWith } from './mount.ts';

aloneSuite('Svelte', mountWith(DeliveryQuestion));
