import type { AnswerValue } from '@heed/core';
import { parseRecall } from '@heed/core/flow';
import type { ChoiceOption } from '../choice/options.ts';
import { RECALLED } from '../../shared/light-dom/markers.ts';
import { listOptions, pageWords, valueOf } from '../../shared/light-dom/original-text.ts';
import type { Localizer } from '../../shared/localization/localizer.ts';
import { nameOf, valuesOf, type Content } from './questions.ts';
import { markSources, sourcesOf, type Source } from './sources.ts';

/** A question goes into the record, which takes no text without end. */
const MOST_CHARACTERS = 200;

/** The elements in whose texts or attributes answers are to stand, with what the page wrote there. */
export function findTemplates(root: Element): [element: Element, sources: Source[]][] {
  return [root, ...root.querySelectorAll('*')].flatMap((element): [Element, Source[]][] => {
    const sources = element.matches('script, style') ? [] : sourcesOf(element);
    return sources.some(({ source }) => source.includes('{{')) ? [[element, sources]] : [];
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
  const t = (name: string): string => {
    const dot = values.has(name) ? -1 : name.indexOf('.');
    const key = dot < 0 ? name : name.slice(0, dot);
    const question = content.questions.find((each) => nameOf(each) === key);
    const value = !question || asked.has(key) ? (values.get(key) ?? null) : null;
    return shorten(toWords(dot < 0 ? value : rowOf(value, name.slice(dot + 1)), question, localizer));
  };
  const templates = new Map(findTemplates(survey));
  for (const element of survey.querySelectorAll(`[${RECALLED}]`))
    if (!templates.has(element)) element.removeAttribute(RECALLED);
  for (const [element, sources] of templates) {
    const filled = sources.map((each) => ({ ...each, shown: parseRecall(each.source).fill(t) }));
    if (filled.every(({ shown }, index) => shown === sources[index]?.shown)) continue;
    for (const each of filled) write(element, each);
    markSources(element, filled);
  }
}

function write(element: Element, { attribute, node, shown, before }: Source): void {
  if (attribute) element.setAttribute(attribute, shown);
  else if (node instanceof Text) node.data = shown;
  else if (node) node.replaceWith(shown);
  else element.insertBefore(new Text(shown), element.children[before] ?? null);
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
  const given: readonly ChoiceOption[] | undefined = Array.isArray(question?.options)
    ? question.options
    : undefined;
  const options = given ?? (question ? listOptions(question) : []).map(toOption);
  return options.find((option) => option.value === value)?.label ?? value;
}

/** In the words of the page, as the rest of the text. */
function toOption(option: HTMLOptionElement): ChoiceOption {
  return { value: valueOf(option), label: option.getAttribute('label') || pageWords(option) };
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS).join('')}…` : text;
}
