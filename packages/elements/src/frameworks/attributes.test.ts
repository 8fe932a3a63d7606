/** The elements that are not form controls. The shared form suite covers the others. */
import '../define/launcher.ts';
import '../define/nps.ts';
import '../define/prompt.ts';
import '../define/survey.ts';
import { attributeSuite } from '@heed/testing/suites/framework-suite';

attributeSuite('heed-launcher', { for: 'feedback' });
attributeSuite('heed-prompt', { name: 'feedback' });
