import { aloneSuite } from '../alone-suite.ts';
import { DeliveryQuestion } from './delivery-question.tsx';
import { mountWith } from './mount.tsx';

aloneSuite('Solid', mountWith(DeliveryQuestion));
