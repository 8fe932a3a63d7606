import { detailsSuite } from '../details-suite.ts';
import { DetailsForm } from './details-form.tsx';
import { mountWith } from './mount.tsx';

detailsSuite('React', mountWith(DetailsForm));
