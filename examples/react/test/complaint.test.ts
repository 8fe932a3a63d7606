import { complaintSuite } from '@heed/testing/frameworks/complaint-suite';
import { ComplaintForm } from '../src/complaint-form.tsx';
import { mountWith } from './mount.tsx';

complaintSuite('React', mountWith(ComplaintForm));
