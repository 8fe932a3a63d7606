import '../define/consent.ts';
import { formSuite } from '@heed/testing/suites/form-suite';
import { clickOn, inside } from '@heed/testing/suites/page';
import { submitSuite } from '@heed/testing/suites/submit-suite';

const box = (element: Element): HTMLInputElement => inside<HTMLInputElement>(element, 'input');
const agree = (element: Element): Promise<void> => clickOn(box(element));

formSuite({
  tag: 'heed-consent',
  answer: agree,
  entries: [['field', 'on']],
  empty: false,
  restored: { state: 'on', value: true },
});
submitSuite({ tag: 'heed-consent', answer: agree, answers: [['consent', 'consent', true]] });
