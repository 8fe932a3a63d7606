import { complaintSuite } from '../complaint-suite.ts';
import ComplaintForm from './complaint-form.vue';
import { mountWith } from './mount.ts';

complaintSuite('Vue', mountWith(ComplaintForm));
