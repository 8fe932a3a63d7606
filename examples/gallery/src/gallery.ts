/** Puts the specimens into the page, each in each state. */
import { toPseudo } from '@heed/testing/pseudo';
import english from '@heed/elements/locales/en';
import { isAsked } from './settings.ts';
import { SPECIMENS, type Specimen } from './specimens.ts';
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
  const specimens = SPECIMENS.filter(({ tag }) => isAsked(view.element, tag));
  const states = Object.keys(STATES).filter((state) => isAsked(view.state, state));
  place.classList.toggle('single', states.length === 1);
  place.replaceChildren();
  for (const specimen of specimens) {
    const section = add(place, 'section');
    section.classList.toggle('wide', specimen.isWide === true);
    add(section, 'h2').textContent = specimen.title;
    const row = add(section, 'div');
    row.className = 'states';
    await Promise.all(states.map((state) => showOne(row, specimen, state, { view, words })));
  }
}

async function showOne(
  row: HTMLElement,
  specimen: Specimen,
  state: string,
  { view, words }: { view: View; words: Written },
): Promise<void> {
  const figure = add(row, 'figure');
  add(figure, 'figcaption').textContent = state;
  const element = document.createElement(specimen.tag) as Element;
  const attributes = { survey: 'gallery', ...specimen.attributes, ...specimen.written?.(words) };
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  for (const [value, label] of Object.entries(specimen.options?.(words) ?? {}))
    element.append(new Option(label, value));
  if (view.language === 'pseudo') element.words = toPseudo(english);
  figure.append(element);
  await element.updateComplete;
  await STATES[state]?.(element, () => specimen.answer(element, words));
  await element.updateComplete;
}

function add(parent: HTMLElement, tag: string): HTMLElement {
  const child = document.createElement(tag);
  parent.append(child);
  return child;
}
