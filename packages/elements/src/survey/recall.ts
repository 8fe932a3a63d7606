import type { AnswerValue } from '@heed/core';
import { parseRecall } from '@heed/core/flow';
import type { ChoiceOption } from '../choice/choice.list.ts';
import type { Localizer } from '../internal/words.ts';
import { nameOf, valuesOf, type Content } from './questions.ts';

/** What a visitor reads and an author may write answers into. */
const ATTRIBUTES = ['question', 'label', 'alt', 'hint', 'statement', 'placeholder', 'title', 'aria-label'];
/** A question goes into the record, which takes no text without end. */
const MOST_CHARACTERS = 200;

/** A text or an attribute as the page wrote it, and as it was last shown. */
interface Template {
  source: string;
  shown: string;
}

/** A text; or an attribute of an element, whose own node WebKit forgets while nobody holds it. */
interface Place {
  node: Text | Element;
  /** Empty for a text. */
  attribute: string;
}

/** By place, so that a changed answer changes the text again, and the page may write another one. */
const templates = new WeakMap<Node, Map<string, Template>>();

/** The texts and attributes below an element, and its own, in which answers are to stand. */
export function findTemplates(root: Element): (Template & Place)[] {
  return listPlaces(root).flatMap((place) => {
    const text = read(place);
    const known = templates.get(place.node)?.get(place.attribute);
    if (known?.shown === text) return { ...known, ...place };
    if (!text.includes('{{')) return [];
    return { source: text, shown: text, ...place };
  });
}

/**
 * Writes the answers into the texts of a survey, as text.
 *
 * @param asked the questions whose answers count
 */
export function recall(
  survey: Element,
  content: Content,
  asked: ReadonlySet<string>,
  localizer: Pick<Localizer<never>, 'language' | 'number'>,
): void {
  const values = valuesOf(content);
  const say = (name: string): string => {
    const dot = values.has(name) ? -1 : name.indexOf('.');
    const key = dot < 0 ? name : name.slice(0, dot);
    const question = content.questions.find((each) => nameOf(each) === key);
    const value = !question || asked.has(key) ? (values.get(key) ?? null) : null;
    return shorten(toWords(dot < 0 ? value : rowOf(value, name.slice(dot + 1)), question, localizer));
  };
  for (const { node, attribute, source, shown } of findTemplates(survey)) {
    const text = parseRecall(source).fill(say);
    const known = templates.get(node) ?? new Map<string, Template>();
    templates.set(node, known.set(attribute, { source, shown: text }));
    if (text === shown) continue;
    if (node instanceof Text) node.data = text;
    else node.setAttribute(attribute, text);
  }
}

function read({ node, attribute }: Place): string {
  return node instanceof Text ? node.data : (node.getAttribute(attribute) ?? '');
}

function listPlaces(root: Element): Place[] {
  const places: Place[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node: Node | null = root; node; node = walker.nextNode()) {
    const element = node instanceof Element ? node : node.parentElement;
    if (element?.matches('script, style')) continue;
    if (node instanceof Text) places.push({ node, attribute: '' });
    else for (const attribute of ATTRIBUTES) places.push({ node: node as Element, attribute });
  }
  return places;
}

function rowOf(value: AnswerValue, row: string): AnswerValue {
  const hasRow = value !== null && typeof value === 'object' && Object.hasOwn(value, row);
  return hasRow ? ((value as Record<string, number>)[row] ?? null) : null;
}

/** As the visitor would read it; empty where there are no words for it. */
function toWords(
  value: AnswerValue,
  question: Element | undefined,
  localizer: Pick<Localizer<never>, 'language' | 'number'>,
): string {
  if (typeof value === 'number') return localizer.number(value);
  if (typeof value === 'string') return labelOf(value, question);
  if (!Array.isArray(value)) return '';
  return new Intl.ListFormat(localizer.language).format(value.map((each: string) => labelOf(each, question)));
}

/** An option by its label; any other text is its own. */
function labelOf(value: string, question: (Element & { options?: unknown }) | undefined): string {
  const options: Iterable<ChoiceOption> = Array.isArray(question?.options)
    ? question.options
    : (question?.querySelectorAll('option') ?? []);
  return [...options].find((option) => option.value === value)?.label ?? value;
}

function shorten(text: string): string {
  const characters = Array.from(text);
  return characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS).join('')}…` : text;
}
