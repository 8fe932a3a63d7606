import { detailsSuite } from '@heed/testing/frameworks/details-suite';
import DetailsForm from '../src/details-form.vue';
import { mountWith } from './mount.ts';

detailsSuite('Vue', mountWith(DetailsForm));
