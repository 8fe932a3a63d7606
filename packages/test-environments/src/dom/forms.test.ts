import { expect, test, vi } from 'vitest';
import { render, inside, collectEvents, type TestElement } from '../page.ts';

import '@heed/elements/define/choice';
import '@heed/elements/define/nps';

async function renderForm(tag: string): Promise<[HTMLFormElement, TestElement]> {
  const form = await render<HTMLFormElement>(`<form id="form">${tag}<button>Send</button></form>`);
  return [form, form.querySelector('heed-nps, heed-choice') as TestElement];
}

const read = (form: HTMLFormElement): unknown[] => [...new FormData(form)];

test('adds its value to the form data', async () => {
  const [form, element] = await renderForm('<heed-nps name="score" value="0"></heed-nps>');
  expect(element.form).toBe(form);
  expect(read(form)).toEqual([['score', '0']]);
  inside(element, '[value="9"]').click();
  expect(read(form)).toEqual([['score', '9']]);
  element.value = 3;
  expect(read(form)).toEqual([['score', '3']]);
});

test('adds several values under one name', async () => {
  const [form, element] = await renderForm(
    '<heed-choice multiple name="fruit"><option value="a">A</option><option value="b">B</option></heed-choice>',
  );
  element.value = ['a', 'b'];
  expect(read(form)).toEqual([
    ['fruit', 'a'],
    ['fruit', 'b'],
  ]);
});

test('adds nothing without an answer, while it is disabled, and after it has left the form', async () => {
  const [form, element] = await renderForm('<heed-nps name="score"></heed-nps>');
  expect(read(form)).toEqual([]);
  element.value = 4;
  element.setAttribute('disabled', '');
  expect(read(form)).toEqual([]);
  element.removeAttribute('disabled');
  expect(read(form)).toEqual([['score', '4']]);
  form.after(element);
  expect(read(form)).toEqual([]);
  expect(element.form).toBe(null);
});

test('returns to its default value when the form is reset', async () => {
  const [form, element] = await renderForm('<heed-nps name="score" value="5"></heed-nps>');
  inside(element, '[value="9"]').click();
  form.reset();
  expect(element.value).toBe(5);
  await element.updateComplete;
  expect(inside(element, '[value="5"]').checked).toBe(true);
});

test('is invalid while a required answer is missing', async () => {
  const [, element] = await renderForm('<heed-nps name="score" required></heed-nps>');
  const events = collectEvents(element, 'invalid');
  expect(element.willValidate).toBe(true);
  expect(element.validity.valueMissing).toBe(true);
  expect(element.validity.valid).toBe(false);
  expect(element.validationMessage).not.toBe('');
  expect(element.checkValidity()).toBe(false);
  expect(events).toHaveLength(1);
  element.value = 0;
  expect(element.validity.valid).toBe(true);
  expect(element.checkValidity()).toBe(true);
  expect(element.reportValidity()).toBe(true);
  element.setCustomValidity('Too low');
  expect(element.validationMessage).toBe('Too low');
  expect(element.validity.customError).toBe(true);
});

test('prevents the submission of a form while a required answer is missing', async () => {
  const [form, element] = await renderForm('<heed-nps name="score" required></heed-nps>');
  const submitted = vi.fn((event: Event) => event.preventDefault());
  form.addEventListener('submit', submitted);
  form.requestSubmit();
  await element.updateComplete;
  expect(submitted).not.toHaveBeenCalled();
  expect(inside(element, '#error').textContent?.trim()).not.toBe('');
  element.value = 7;
  form.requestSubmit();
  expect(submitted).toHaveBeenCalledTimes(1);
});

test('uses a label as its question', async () => {
  await render('<label for="score">How was lunch?</label><heed-nps id="score" name="score"></heed-nps>');
  const element = document.querySelector<TestElement>('heed-nps');
  await element?.updateComplete;
  expect(inside(element as TestElement, '[part=group]').textContent).toContain('How was lunch?');
});
