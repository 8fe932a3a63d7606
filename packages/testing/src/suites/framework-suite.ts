/** Tests the attributes and properties that frameworks set before and after an element is registered. */
import { expect } from 'chai';
import { readFormData, type FormCase } from './form-fixture.ts';
import { mount, unmountAll, until, warningsDuring, type TestElement } from './page.ts';

/** String properties of every control. */
const STRINGS = ['name', 'survey', 'endpoint', 'question'];
const OBJECTS = { respondent: { id: 'u-42' }, strings: { send: 'Go' } };

/** The member of Lit's class that lists the properties. */
type ElementClass = CustomElementConstructor & {
  elementProperties: ReadonlyMap<string, { type?: unknown; attribute?: unknown }>;
};

const read = (element: TestElement, property: string): unknown => Reflect.get(element, property);

/** Returns the boolean attributes of an element with their properties. */
function listBooleans(tag: string): [attribute: string, property: string][] {
  const { elementProperties } = customElements.get(tag) as ElementClass;
  return [...elementProperties].flatMap(([property, { type, attribute = property }]) =>
    type === Boolean && typeof attribute === 'string' ? [[attribute, property]] : [],
  );
}

/** Adds an element to the page and registers its class after `prepare`, like lazy registration. */
async function makeUnregistered(tag: string, prepare: (element: TestElement) => void): Promise<TestElement> {
  const unregisteredTag = `${tag}-${crypto.randomUUID()}`;
  const element = document.createElement(unregisteredTag) as TestElement;
  prepare(element);
  (await mount('div')).append(element);
  customElements.define(unregisteredTag, class extends (customElements.get(tag) as ElementClass) {});
  await element.updateComplete;
  return element;
}

/** Tests the attributes of an element. */
export function attributeSuite(
  tag: string,
  attributes: Record<string, string> = {},
  object = 'strings',
): void {
  describe(`<${tag}> with attributes from frameworks`, () => {
    afterEach(unmountAll);

    const write = (element: TestElement, written: Record<string, string>): void => {
      for (const [name, value] of Object.entries({ ...attributes, ...written }))
        element.setAttribute(name, value);
    };

    for (const text of ['false', 'False', 'FALSE']) {
      it(`reads "${text}" in a boolean attribute as false, before and after registration`, async () => {
        const booleans = listBooleans(tag);
        const written = Object.fromEntries(booleans.map(([attribute]) => [attribute, text]));
        const element = await makeUnregistered(tag, (element) => write(element, written));
        for (const [attribute, property] of booleans) {
          expect(read(element, property), attribute).to.equal(false);
          element.setAttribute(attribute, '');
          expect(read(element, property), attribute).to.equal(true);
          element.setAttribute(attribute, text);
          expect(read(element, property), attribute).to.equal(false);
        }
        expect(element.matches(':disabled')).to.equal(false);
      });
    }

    it('warns about an object in an attribute', async () => {
      const warnings = await warningsDuring(async (heard) => {
        await makeUnregistered(tag, (element) => write(element, { [object]: String({}) }));
        await until('a warning', () => heard.some((text) => text.includes('HEED_OBJECT')));
      });
      expect(warnings.join('\n')).to.contain(`set ${object} as a property (HEED_OBJECT)`);
    });
  });
}

/** Tests the attributes and properties of a control. */
export function frameworkSuite({
  tag,
  attributes: needed,
  answer,
  entries,
  restored,
  isSettable = true,
}: FormCase): void {
  attributeSuite(tag, { name: 'field', ...needed }, 'respondent');

  describe(`<${tag}> in frameworks`, () => {
    afterEach(unmountAll);

    const make = (attributes: Record<string, string> = {}, parent?: Element): Promise<TestElement> =>
      mount(tag, { name: 'field', ...needed, ...attributes }, parent);
    const makeUnregisteredWith = (properties: object): Promise<TestElement> =>
      makeUnregistered(tag, (element) => {
        for (const [name, value] of Object.entries({ name: 'field', ...needed }))
          element.setAttribute(name, value);
        Object.assign(element, properties);
      });

    it('can be answered with disabled="false", and is disabled by disabled="true"', async () => {
      const form = await mount<HTMLFormElement>('form');
      const element = await make({ disabled: 'false', required: 'false', readonly: 'false' }, form);
      const data = (): unknown[] => readFormData(form);
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

    it('keeps properties that were set before registration', async () => {
      const flags = Object.fromEntries(listBooleans(tag).map(([, property]) => [property, true]));
      const texts = Object.fromEntries(STRINGS.map((property) => [property, property]));
      const given = { ...OBJECTS, ...texts, ...flags };
      const element = await makeUnregisteredWith(given);
      for (const [property, value] of Object.entries(given))
        expect(read(element, property), property).to.deep.equal(value);
    });

    if (isSettable) {
      it('keeps a value that was set before registration', async () => {
        const element = await makeUnregisteredWith({ value: restored.value });
        expect(read(element, 'value')).to.deep.equal(restored.value);
      });
    }
  });
}
