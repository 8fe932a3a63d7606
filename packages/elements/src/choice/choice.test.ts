import '../define/choice.ts';
import { formSuite } from '@heed/testing/suites/form-suite';
import { clickOn, inside } from '@heed/testing/suites/page';
import { submitSuite } from '@heed/testing/suites/submit-suite';

const option = (element: Element, place: number): HTMLElement =>
  inside(element, `[part~=option]:nth-child(${place})`);
const choose =
  (...places: number[]) =>
  async (element: Element): Promise<void> => {
    for (const place of places) await clickOn(option(element, place));
  };

/** A form as a browser keeps it. */
function kept(...values: string[]): FormData {
  const data = new FormData();
  for (const value of values) data.append('field', value);
  return data;
}
formSuite({
  tag: 'heed-choice',
  attributes: { options: 'A, B, C' },
  answer: choose(2),
  entries: [['field', 'B']],
  restored: { state: kept('B'), value: 'B' },
});
formSuite({
  tag: 'heed-choice',
  attributes: { options: 'A, B, C', multiple: '', display: 'list', other: '' },
  answer: choose(3, 1),
  entries: [
    ['field', 'A'],
    ['field', 'C'],
  ],
  restored: { state: kept('C', 'own'), value: ['C', 'own'] },
});
submitSuite({
  tag: 'heed-choice',
  attributes: { options: 'A, B, C' },
  answer: choose(2),
  answers: [['choice', 'choice', 'B']],
});
