import { standaloneSuite } from '@heed/testing/frameworks/standalone-suite';
import { DeliveryQuestion } from '../src/delivery-question.tsx';
import { mountWith } from './mount.tsx';

standaloneSuite('React', () => import('@heed/elements/define/csat'), mountWith(DeliveryQuestion));
