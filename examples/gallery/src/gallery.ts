/** Puts the specimens into the page, each in each state. */
import { toPseudo } from '@heed/testing/pseudo';
import english from '@heed/elements/locales/en';
import { make } from './nodes.ts';
import { isAsked } from './settings.ts';
import { SPECIMENS } from './specimens/index.ts';
import type { Specimen } from './specimens/specimen.ts';
import { STATES, type Element } from './states.ts';
import { WRITTEN, type Written } from './words.ts';

export interface View {
  element: string;
  state: string;
  language: string;
}

/** Resolves when every element is in its state. */
export async function show(place: HTMLElement, view: View): Promise<void> {
  const words = WRITTEN[view.language] ?? WRITTEN['en'];
  if (!words) return;
  const specimens = SPECIMENS.filter(({ tag, name = tag, isAlone }) =>
    isAlone ? view.element === name : isAsked(view.element, name),
  );
  place.classList.toggle('single', !isAsked(view.state, ''));
  place.replaceChildren();
  for (const specimen of specimens) {
    const states = statesOf(specimen, view);
    if (states.length === 0) continue;
    const section = add(place, 'section');
    section.classList.toggle('wide', specimen.isWide === true);
    add(section, 'h2').textContent = specimen.title;
    const row = add(section, 'div');
    row.className = 'states';
    await Promise.all(states.map((state) => showOne(row, specimen, state, { view, words })));
  }
}

function statesOf({ states = Object.keys(STATES), isAlone }: Specimen, { state }: View): string[] {
  const asked = states.filter((each) => isAsked(state, each));
  return isAlone ? asked.slice(0, 1) : asked;
}

async function showOne(
  row: HTMLElement,
  specimen: Specimen,
  state: string,
  { view, words }: { view: View; words: Written },
): Promise<void> {
  const figure = add(row, 'figure');
  add(figure, 'figcaption').textContent = state;
  specimen.prepare?.();
  const attributes = { survey: 'gallery', ...specimen.attributes, ...specimen.written?.(words) };
  const options = Object.entries(specimen.options?.(words) ?? {}).map(
    ([value, label]) => new Option(label, value),
  );
  const element = make(specimen.tag, attributes, ...options, ...(specimen.content?.(words) ?? [])) as Element;
  figure.append(...(specimen.before?.(words) ?? []), element);
  const all = [...figure.querySelectorAll<Element>(':defined')].filter(({ shadowRoot }) => shadowRoot);
  if (view.language === 'pseudo') for (const each of all) each.strings = toPseudo(english);
  await Promise.all(all.map(({ updateComplete }) => updateComplete));
  await specimen.ready?.(element);
  const subject = specimen.subject?.(element) ?? element;
  await STATES[state]?.(subject, () => specimen.answer(subject, words));
  await subject.updateComplete;
}

function add(parent: HTMLElement, tag: string): HTMLElement {
  const child = document.createElement(tag);
  parent.append(child);
  return child;
}
