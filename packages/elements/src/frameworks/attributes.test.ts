/** The elements that are no form controls of their own; the shared form suite tests the rest. */
import '../define/launcher.ts';
import '../define/nps.ts';
import '../define/prompt.ts';
import '../define/survey.ts';
import { attributeSuite } from '@heed/testing/suites/framework-suite';

attributeSuite('heed-launcher', { for: 'feedback' });
attributeSuite('heed-prompt', { name: 'feedback' });
