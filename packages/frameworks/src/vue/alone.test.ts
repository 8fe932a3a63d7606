import { aloneSuite } from '../alone-suite.ts';
import DeliveryQuestion from './delivery-question.vue';
import { mountWith } from './mount.ts';

aloneSuite('Vue', mountWith(DeliveryQuestion));
