import { detailsSuite } from '@heed/testing/frameworks/details-suite';
import { DetailsForm } from '../src/details-form.tsx';
import { mountWith } from './mount.tsx';

detailsSuite('React', mountWith(DetailsForm));
