import { detailsSuite } from '../details-suite.ts';
import DetailsForm from './details-form.vue';
import { mountWith } from './mount.ts';

detailsSuite('Vue', mountWith(DetailsForm));
