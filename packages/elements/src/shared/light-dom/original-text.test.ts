/** Browsers that translate a page, and frameworks that use its elements again. */
import '../../define/choice.ts';
import '../../define/complaint.ts';
import '../../define/csat.ts';
import '../../define/matrix.ts';
import '../../define/survey.ts';
import '../../define/text.ts';
import { inside, mount, unmountAll, until, type TestElement } from '@heed/testing/suites/page';
import { expect } from 'chai';
import type { HeedChoice } from '../../components/choice/choice.ts';
import type { HeedComplaint } from '../../components/complaint/complaint.ts';
import type { HeedMatrix } from '../../components/matrix/matrix.ts';
import { toDefinition } from '../../components/survey/definition/to-definition.ts';
import { answer, build, question, setUp, text } from '../../components/survey/test/survey.ts';
import { asEdge, stopTranslating, toForeign, TRANSLATIONS } from './test/translate.ts';

const LABELS = ['Price', 'Slow\n      delivery', 'Other things'];

async function mountList<Type extends TestElement>(
  tag: string,
  attributes: Record<string, string> = {},
): Promise<Type> {
  const holder = await mount('div');
  const element = build(
    tag,
    { name: 'reason', ...attributes },
    ...LABELS.map((strings) => build('option', {}, strings)),
  ) as Type;
  holder.append(element);
  await element.updateComplete;
  return element;
}

const optionsOf = (element: Element): HTMLOptionElement[] => [...element.querySelectorAll('option')];
const labelsOf = (choice: Element): string[] =>
  Array.from(choice.shadowRoot?.querySelectorAll('[part~=option]') ?? [], (each) => each.textContent.trim());

/** As soon as what is drawn shows the foreign words. */
async function drawn(element: Element): Promise<void> {
  await until('the other words', () => element.shadowRoot?.textContent?.includes('Priceski'));
}

describe('a page that the browser translates', () => {
  afterEach(() => {
    unmountAll();
    stopTranslating();
    localStorage.clear();
  });

  for (const [name, translate] of TRANSLATIONS) {
    describe(`by ${name}`, () => {
      it('keeps what is chosen in <heed-choice>, and records the words of the page', async () => {
        const choice = await mountList<HeedChoice>('heed-choice');
        choice.value = 'Slow delivery';
        await choice.updateComplete;
        translate(choice);
        await drawn(choice);
        expect(choice.value).to.equal('Slow delivery');
        expect(choice.validity.valid).to.equal(true);
        expect(inside<HTMLInputElement>(choice, 'input:checked').value).to.equal('Slow delivery');
        inside<HTMLInputElement>(choice, 'input').click();
        expect(choice.answers[0]?.value).to.equal('Price');
      });

      it('keeps the answers of <heed-matrix> by the words of the page', async () => {
        const matrix = await mountList<HeedMatrix>('heed-matrix');
        matrix.value = { Price: 3, 'Slow delivery': 5 };
        await matrix.updateComplete;
        translate(matrix);
        await drawn(matrix);
        expect(matrix.answers[0]?.value).to.deep.equal({ Price: 3, 'Slow delivery': 5 });
      });

      it('keeps the category of <heed-complaint>', async () => {
        const complaint = build(
          'heed-complaint',
          { survey: 'c' },
          build('option', { slot: 'category' }, 'Price'),
          build('option', { slot: 'category' }, 'Staff'),
        ) as HeedComplaint;
        (await mount('div')).append(complaint);
        await complaint.updateComplete;
        complaint.value = [{ name: 'category', value: 'Price' }];
        await complaint.updateComplete;
        translate(complaint);
        await complaint.updateComplete;
        const category = inside<HeedChoice>(complaint, '[name=category]');
        await drawn(category);
        expect(complaint.answers[0]?.value).to.equal('Price');
        expect(inside<HTMLInputElement>(category, 'input:checked').value).to.equal('Price');
      });

      it('takes new words of the page for a new option, before it translates them and after', async () => {
        const choice = await mountList<HeedChoice>('heed-choice');
        translate(choice);
        await drawn(choice);
        const [option] = optionsOf(choice);
        if (option) option.textContent = 'Quality';
        await until('the new option', () => labelsOf(choice)[0] === 'Quality');
        inside<HTMLInputElement>(choice, 'input').click();
        expect(choice.value).to.equal('Quality');
      });

      it('knows the words of the page in a copy of what is translated', async () => {
        const choice = await mountList<HeedChoice>('heed-choice');
        translate(choice);
        await drawn(choice);
        const copy = choice.cloneNode(true) as HeedChoice;
        choice.replaceWith(copy);
        await copy.updateComplete;
        inside<HTMLInputElement>(copy, 'input').click();
        expect(copy.value).to.equal('Price');
        expect(labelsOf(copy)[0]).to.equal('Priceski');
      });

      it('removes its attributes when the page’s text is back', async () => {
        const choice = await mountList<HeedChoice>('heed-choice');
        choice.value = 'Price';
        translate(choice);
        await drawn(choice);
        optionsOf(choice).forEach((option, index) => {
          option.textContent = LABELS[index] ?? '';
          option.removeAttribute('_msttexthash');
        });
        stopTranslating();
        await until('the words', () => labelsOf(choice)[0] === 'Price');
        expect(choice.value).to.equal('Price');
        for (const option of optionsOf(choice)) expect(option.attributes.length).to.equal(0);
      });

      it('repeats answers in the words of the page, also when they change', async () => {
        const survey = await setUp({ display: 'page' }, [
          build('heed-choice', { name: 'reason' }, ...LABELS.map((strings) => build('option', {}, strings))),
          build('p', { title: '{{reason}}' }, 'You said {{reason|nothing}}.'),
          text({ question: 'Why {{reason}}?' }),
        ]);
        await answer(survey, 'reason', 'Price');
        const said = survey.querySelector('p');
        expect(said?.textContent).to.equal('You said Price.');
        translate(survey);
        await until('the other words', () => said?.textContent === toForeign('You said Price.'));
        expect(question(survey, 'reason').value).to.equal('Price');
        await answer(survey, 'reason', 'Other things');
        await until('the other answer', () => said?.textContent === 'You said Other things.');
        expect(said?.getAttribute('title')).to.equal('Other things');
        if (said) translate(said);
        said?.setAttribute('title', 'Other thingsski');
        await until('its translation', () => said?.textContent === toForeign('You said Other things.'));
        await answer(survey, 'reason', 'Price');
        await until('the first answer', () => said?.textContent === 'You said Price.');
        await answer(survey, 'reason', 'Other things');
        expect(survey.answers[1]?.question).to.equal('Why Other things?');
        const [group, statement] = toDefinition(survey).steps.flatMap(({ items }) => items);
        expect(JSON.stringify([group, statement]))
          .to.contain('"Price"')
          .and.to.contain('{{reason|nothing}}');
      });

      it('adds no step for a text next to the steps', async () => {
        const survey = await setUp({}, ['Welcome', build('heed-text', { name: 'a' }), text()]);
        translate(survey);
        await until('the other words', () => survey.textContent?.includes('Welcomeski'));
        await survey.updateComplete;
        const step = inside(survey, '[part=step]');
        expect(step.getAttribute('aria-label')).to.match(/1.*2/);
        expect(survey.textContent).to.contain('Welcomeski');
      });
    });
  }

  for (const [name, translate] of TRANSLATIONS.slice(0, 3)) {
    for (const tag of ['heed-csat', 'heed-choice', 'heed-matrix', 'heed-text']) {
      it(`records the page’s question in its original language in <${tag}>, not what ${name} shows`, async () => {
        const holder = await mount('div');
        const own = build('span', { slot: 'question' }, 'How ', build('b', {}, 'was'), ' it?');
        const slotted = build(tag, { name: 'a' }, own) as HeedChoice;
        const labelled = build(tag, { name: 'b' }) as HeedChoice;
        holder.append(slotted, build('label', {}, 'Your visit', labelled));
        await Promise.all([slotted.updateComplete, labelled.updateComplete]);
        translate(holder);
        expect(slotted.answers[0]?.question).to.equal('How was it?');
        expect(labelled.answers[0]?.question).to.equal('Your visit');
        own.replaceChildren('Was it good?');
        own.removeAttribute('_msttexthash');
        expect(slotted.answers[0]?.question).to.equal('Was it good?');
      });
    }
  }

  it('takes other words without any trace of a translation for another option', async () => {
    const choice = await mountList<HeedChoice>('heed-choice');
    choice.value = 'Price';
    const [text] = optionsOf(choice)[0]?.childNodes ?? [];
    (text as Text).data = 'Quality';
    await until('the new option', () => labelsOf(choice)[0] === 'Quality');
    inside<HTMLInputElement>(choice, 'input').click();
    expect(choice.value).to.equal('Quality');
  });

  it('distinguishes new text in a translated text node from a translation', async () => {
    const choice = await mountList<HeedChoice>('heed-choice');
    for (const [, translate] of TRANSLATIONS.slice(1, 3)) translate(choice);
    await drawn(choice);
    const [option] = optionsOf(choice);
    const text = document.createTreeWalker(option as Node, NodeFilter.SHOW_TEXT).nextNode();
    (text as Text).data = 'Quality';
    await until('the new option', () => labelsOf(choice)[0] === 'Quality');
    inside<HTMLInputElement>(choice, 'input').click();
    expect(choice.value).to.equal('Quality');
    // Edge then translates those, too.
    option?.setAttribute('_msttexthash', '1');
    (text as Text).data = 'Qualityski';
    await until('its translation', () => labelsOf(choice)[0] === 'Qualityski');
    expect(choice.value).to.equal('Quality');
    asEdge(choice);
    expect(choice.value).to.equal('Quality');
  });

  it('leaves the values alone that the page has given', async () => {
    const holder = await mount('div');
    const choice = build(
      'heed-choice',
      { name: 'c' },
      build('option', { value: 'a' }, 'Price'),
    ) as HeedChoice;
    holder.append(choice);
    await choice.updateComplete;
    asEdge(choice);
    await drawn(choice);
    expect(choice.querySelector('option')?.getAttributeNames()).to.deep.equal(['value', '_msttexthash']);
  });
});
