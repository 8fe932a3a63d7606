import { describe, expect, test } from 'vitest';
import {
  respondToSubmit,
  render,
  inside,
  collectEvents,
  typeText,
  until,
  type TestElement,
} from '../page.ts';

import '@heed/elements/define/attachment';
import '@heed/elements/define/ces';
import '@heed/elements/define/choice';
import '@heed/elements/define/complaint';
import '@heed/elements/define/consent';
import '@heed/elements/define/csat';
import '@heed/elements/define/matrix';
import '@heed/elements/define/nps';
import '@heed/elements/define/text';

interface Case {
  markup: string;
  /** The value that the page sets. */
  value: unknown;
  /** The action of a user, and the resulting value. */
  act(element: TestElement): void;
  answer: unknown;
}

const click = (selector: string) => (element: TestElement) => inside(element, selector).click();
const options = '<option value="a">Apples</option><option value="b">Pears</option>';
const statements = '<option value="fast">It is fast</option>';

const cases: Record<string, Case> = {
  nps: { markup: '<heed-nps>', value: 0, act: click('[value="9"]'), answer: 9 },
  csat: { markup: '<heed-csat>', value: 2, act: click('[value="4"]'), answer: 4 },
  ces: { markup: '<heed-ces>', value: 1, act: click('[value="6"]'), answer: 6 },
  choice: { markup: `<heed-choice>${options}`, value: 'a', act: click('[value="b"]'), answer: 'b' },
  choices: {
    markup: `<heed-choice multiple>${options}`,
    value: ['a'],
    act: click('[value="b"]'),
    answer: ['a', 'b'],
  },
  text: {
    markup: '<heed-text>',
    value: 'Good',
    act: (element) => typeText(inside(element, 'input, textarea'), 'Bad'),
    answer: 'Bad',
  },
  matrix: {
    markup: `<heed-matrix>${statements}`,
    value: { fast: 1 },
    act: click('[value="5"]'),
    answer: { fast: 5 },
  },
  consent: { markup: '<heed-consent>', value: false, act: click('[type=checkbox]'), answer: true },
};

describe.each(Object.entries(cases))('%s', (_name, { markup, value, act, answer }) => {
  const open = (attributes: string): string => markup.replace(/^<heed-\w+/, `$& ${attributes}`);

  test('shows its question', async () => {
    const element = await render(open('name="it" question="How was it?"'));
    expect(inside(element, '[part=question]').textContent).toContain('How was it?');
  });

  test('returns the value that a page has set', async () => {
    const element = await render(open('name="it"'));
    const events = collectEvents(element, 'input', 'change');
    element.value = value;
    expect(element.value).toEqual(value);
    await element.updateComplete;
    expect(element.value).toEqual(value);
    expect(events).toEqual([]);
  });

  test('fires an event with the value that a user enters', async () => {
    const element = await render(open('name="it"'));
    element.value = value;
    await element.updateComplete;
    const events = collectEvents(document.body, 'input', 'change');
    act(element);
    await element.updateComplete;
    expect(element.value).toEqual(answer);
    expect(new Set(events.map((event) => event.type))).toEqual(new Set(['input', 'change']));
    expect(events.map(({ target }) => target)).toContain(element);
  });

  test('sends its answer', async () => {
    const element = await render(open('survey="visit" name="it"'));
    const records = respondToSubmit(element, { state: 'sent' });
    const outcomes = collectEvents(element, 'heed-sent');
    element.value = value;
    await element.updateComplete;
    act(element);
    await element.updateComplete;
    inside(element, '[part=submit]').click();
    await until(() => expect(outcomes).toHaveLength(1));
    expect(records[0]?.survey).toBe('visit');
    expect(records[0]?.answers[0]?.value).toEqual(answer);
    await until(() => expect(inside(element, '[part=status]').textContent).toMatch(/thank you/i));
  });

  test('can be disabled and enabled again', async () => {
    const element = await render(open('name="it" disabled'));
    expect(inside(element, 'input, textarea').disabled).toBe(true);
    element.removeAttribute('disabled');
    await element.updateComplete;
    expect(inside(element, 'input, textarea').disabled).toBe(false);
  });

  test('is German in a German page', async () => {
    const element = await render(open('survey="visit" lang="de"'));
    element.value = value;
    await until(() => expect(inside(element, '[part=submit]').textContent?.trim()).toBe('Absenden'));
  });
});

describe('attachment', () => {
  test('accepts a file', async () => {
    const element = await render('<heed-attachment name="photos"></heed-attachment>');
    const field = inside(element, '[type=file]');
    const file = new File(['log'], 'log.txt', { type: 'text/plain' });
    Object.defineProperty(field, 'files', { value: [file], configurable: true });
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => expect(element.value).toEqual(['log.txt']));
  });
});

describe('complaint', () => {
  test('sends the input of a user', async () => {
    const element = await render('<heed-complaint survey="complaint"></heed-complaint>');
    const records = respondToSubmit(element, { state: 'sent', reference: 'HD-1' });
    inside(inside(element, '[name=category]'), '[value=delivery]').click();
    typeText(inside(inside(element, '[name=details]'), 'textarea'), 'It arrived broken');
    inside(element, '[part=submit]').click();
    await until(() => expect(records).toHaveLength(1));
    const values = records[0]?.answers.map(({ value }) => value);
    expect(values).toEqual(expect.arrayContaining(['delivery', 'It arrived broken']));
    await until(() => expect(element.shadowRoot?.textContent).toContain('HD-1'));
  });

  test('names missing answers', async () => {
    const element = await render('<heed-complaint survey="complaint"></heed-complaint>');
    const records = respondToSubmit(element, { state: 'sent' });
    inside(element, '[part=submit]').click();
    const details = inside(element, '[name=details]');
    await until(() => expect(inside(details, '[part=error]').textContent?.trim()).not.toBe(''));
    expect(records).toEqual([]);
  });
});
