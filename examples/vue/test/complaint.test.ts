import { complaintSuite } from '@heed/testing/frameworks/complaint-suite';
import ComplaintForm from '../src/complaint-form.vue';
import { mountWith } from './mount.ts';

complaintSuite('Vue', mountWith(ComplaintForm));
