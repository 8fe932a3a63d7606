import { complaintSuite } from '../complaint-suite.ts';
import { ComplaintForm } from './complaint-form.tsx';
import { mountWith } from './mount.tsx';

complaintSuite('React', mountWith(ComplaintForm));
