/** Renders every specimen in every state. */
import { toPseudo } from '@heed/testing/pseudo';
import english from '@heed/elements/locales/en';
import { createElement } from './create-element.ts';
import { isSelected } from './settings.ts';
import { SPECIMENS } from './specimens/index.ts';
import type { Specimen } from './specimens/specimen.ts';
import { STATES, type Element } from './states.ts';
import { TEXTS, type Texts } from './texts.ts';

export interface View {
  element: string;
  state: string;
  language: string;
}

/** Renders a view. Resolves when every element is in its state. */
export async function renderGallery(place: HTMLElement, view: View): Promise<void> {
  const texts = TEXTS[view.language] ?? TEXTS['en'];
  if (!texts) return;
  const specimens = SPECIMENS.filter(({ tag, name = tag, isAlone }) =>
    isAlone ? view.element === name : isSelected(view.element, name),
  );
  place.classList.toggle('single', !isSelected(view.state, ''));
  place.replaceChildren();
  for (const specimen of specimens) {
    const states = listStates(specimen, view);
    if (states.length === 0) continue;
    const section = appendElement(place, 'section');
    section.classList.toggle('wide', specimen.isWide === true);
    appendElement(section, 'h2').textContent = specimen.title;
    const row = appendElement(section, 'div');
    row.className = 'states';
    await Promise.all(states.map((state) => renderState(row, specimen, state, { view, texts })));
  }
}

function listStates({ states = Object.keys(STATES), isAlone }: Specimen, { state }: View): string[] {
  const asked = states.filter((each) => isSelected(state, each));
  return isAlone ? asked.slice(0, 1) : asked;
}

async function renderState(
  row: HTMLElement,
  specimen: Specimen,
  state: string,
  { view, texts }: { view: View; texts: Texts },
): Promise<void> {
  const figure = appendElement(row, 'figure');
  appendElement(figure, 'figcaption').textContent = state;
  specimen.prepare?.();
  const attributes = { survey: 'gallery', ...specimen.attributes, ...specimen.localized?.(texts) };
  const options = Object.entries(specimen.options?.(texts) ?? {}).map(
    ([value, label]) => new Option(label, value),
  );
  const element = createElement(
    specimen.tag,
    attributes,
    ...options,
    ...(specimen.content?.(texts) ?? []),
  ) as Element;
  figure.append(...(specimen.before?.(texts) ?? []), element);
  const all = [...figure.querySelectorAll<Element>(':defined')].filter(({ shadowRoot }) => shadowRoot);
  if (view.language === 'pseudo') for (const each of all) each.strings = toPseudo(english);
  await Promise.all(all.map(({ updateComplete }) => updateComplete));
  await specimen.ready?.(element);
  const subject = specimen.subject?.(element) ?? element;
  await STATES[state]?.(subject, () => specimen.answer(subject, texts));
  await subject.updateComplete;
}

function appendElement(parent: HTMLElement, tag: string): HTMLElement {
  const child = document.createElement(tag);
  parent.append(child);
  return child;
}
