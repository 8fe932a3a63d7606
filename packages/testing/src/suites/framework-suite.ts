/** What every element makes of the attributes and properties that frameworks set, before its class is there and after. */
import { expect } from 'chai';
import type { FormCase } from './form-suite.ts';
import { mount, unmountAll, until, warningsDuring, type TestElement } from './page.ts';

/** Properties of every control. */
const TEXTS = ['name', 'survey', 'endpoint', 'question'];
const OBJECTS = { respondent: { id: 'u-42' }, strings: { send: 'Go' } };

/** The part of Lit's class that lists the properties. */
type ElementClass = CustomElementConstructor & {
  elementProperties: ReadonlyMap<string, { type?: unknown; attribute?: unknown }>;
};

const read = (element: TestElement, property: string): unknown => Reflect.get(element, property);

/** The boolean attributes of an element with their properties. */
function flagsOf(tag: string): [attribute: string, property: string][] {
  const { elementProperties } = customElements.get(tag) as ElementClass;
  return [...elementProperties].flatMap(([property, { type, attribute = property }]) =>
    type === Boolean && typeof attribute === 'string' ? [[attribute, property]] : [],
  );
}

/** Puts an element into the page and registers its class after `prepare`, as lazy registration does. */
async function makeLate(tag: string, prepare: (element: TestElement) => void): Promise<TestElement> {
  const late = `${tag}-${crypto.randomUUID()}`;
  const element = document.createElement(late) as TestElement;
  prepare(element);
  (await mount('div')).append(element);
  customElements.define(late, class extends (customElements.get(tag) as ElementClass) {});
  await element.updateComplete;
  return element;
}

/** For every element. */
export function attributeSuite(
  tag: string,
  attributes: Record<string, string> = {},
  object = 'strings',
): void {
  describe(`<${tag}> with the attributes of frameworks`, () => {
    afterEach(unmountAll);

    const write = (element: TestElement, written: Record<string, string>): void => {
      for (const [name, value] of Object.entries({ ...attributes, ...written }))
        element.setAttribute(name, value);
    };

    for (const text of ['false', 'False', 'FALSE']) {
      it(`reads "${text}" in a boolean attribute as false, before its class is there and after`, async () => {
        const flags = flagsOf(tag);
        const written = Object.fromEntries(flags.map(([attribute]) => [attribute, text]));
        const element = await makeLate(tag, (late) => write(late, written));
        for (const [attribute, property] of flags) {
          expect(read(element, property), attribute).to.equal(false);
          element.setAttribute(attribute, '');
          expect(read(element, property), attribute).to.equal(true);
          element.setAttribute(attribute, text);
          expect(read(element, property), attribute).to.equal(false);
        }
        expect(element.matches(':disabled')).to.equal(false);
      });
    }

    it('warns of an object that was written as an attribute', async () => {
      const warnings = await warningsDuring(async (heard) => {
        await makeLate(tag, (late) => write(late, { [object]: String({}) }));
        await until('a warning', () => heard.some((text) => text.includes('HEED_OBJECT')));
      });
      expect(warnings.join('\n')).to.contain(`set ${object} as a property (HEED_OBJECT)`);
    });
  });
}

/** For every control. */
export function frameworkSuite({
  tag,
  attributes: needed,
  answer,
  entries,
  restored,
  isSettable = true,
}: FormCase): void {
  attributeSuite(tag, { name: 'field', ...needed }, 'respondent');

  describe(`<${tag}> as frameworks write it`, () => {
    afterEach(unmountAll);

    const make = (attributes: Record<string, string> = {}, parent?: Element): Promise<TestElement> =>
      mount(tag, { name: 'field', ...needed, ...attributes }, parent);
    const makeLateWith = (properties: object): Promise<TestElement> =>
      makeLate(tag, (late) => {
        for (const [name, value] of Object.entries({ name: 'field', ...needed }))
          late.setAttribute(name, value);
        Object.assign(late, properties);
      });

    it('can be answered with disabled="false", and is disabled by disabled="true"', async () => {
      const form = await mount<HTMLFormElement>('form');
      const element = await make({ disabled: 'false', required: 'false', readonly: 'false' }, form);
      const data = (): unknown[] =>
        Array.from(new FormData(form), ([name, value]) => [name, value instanceof File ? value.name : value]);
      expect([element.matches(':disabled'), form.checkValidity()]).to.deep.equal([false, true]);
      await answer(element);
      expect(data()).to.deep.equal(entries);
      element.setAttribute('disabled', 'true');
      expect([element.matches(':disabled'), data()]).to.deep.equal([true, []]);
      element.setAttribute('disabled', 'false');
      expect([element.matches(':disabled'), data()]).to.deep.equal([false, entries]);
    });

    it('is disabled by its fieldset with disabled="false"', async () => {
      const fieldset = await mount('fieldset', { disabled: '' });
      const element = await make({ disabled: 'false' }, fieldset);
      expect([read(element, 'disabled'), element.matches(':disabled')]).to.deep.equal([false, true]);
    });

    it('keeps each property that was set before its class was there', async () => {
      const booleans = Object.fromEntries(flagsOf(tag).map(([, property]) => [property, true]));
      const texts = Object.fromEntries(TEXTS.map((property) => [property, property]));
      const given = { ...OBJECTS, ...texts, ...booleans };
      const element = await makeLateWith(given);
      for (const [property, value] of Object.entries(given))
        expect(read(element, property), property).to.deep.equal(value);
    });

    if (isSettable) {
      it('keeps a value that was set before its class was there', async () => {
        const element = await makeLateWith({ value: restored.value });
        expect(read(element, 'value')).to.deep.equal(restored.value);
      });
    }
  });
}
