import type { AnswerValue } from '@heed/core';
import { parseRecall } from '@heed/core/flow';
import type { ChoiceOption } from '../choice/options.ts';
import { RECALLED } from '../../shared/light-dom/markers.ts';
import { listOptions, originalTextOf, valueOf } from '../../shared/light-dom/original-text.ts';
import type { Localizer } from '../../shared/localization/localizer.ts';
import { nameOf } from './questions.ts';
import { valuesOf, type PageContent } from './survey-content.ts';
import { readTexts, rememberOriginals, type PageText } from './templates.ts';

/** The text of a question is part of the record, which limits its length. */
const MAX_CHARACTERS = 200;

/** Returns the elements whose text or attributes contain a template, with the originals. */
export function findTemplates(root: Element): [element: Element, texts: PageText[]][] {
  return [root, ...root.querySelectorAll('*')].flatMap((element): [Element, PageText[]][] => {
    const texts = element.matches('script, style') ? [] : readTexts(element);
    return texts.some(({ original }) => original.includes('{{')) ? [[element, texts]] : [];
  });
}

/**
 * Replaces each template in a survey, such as `{{name}}`, with the answer as plain text.
 *
 * @param asked names of the questions whose answers count
 */
export function fillTemplates(
  survey: Element,
  content: PageContent,
  asked: ReadonlySet<string>,
  localizer: Pick<Localizer<never>, 'language' | 'number'>,
): void {
  const values = valuesOf(content);
  const format = (name: string): string => {
    const dot = values.has(name) ? -1 : name.indexOf('.');
    const key = dot < 0 ? name : name.slice(0, dot);
    const question = content.questions.find((each) => nameOf(each) === key);
    const value = !question || asked.has(key) ? (values.get(key) ?? null) : null;
    return shorten(formatValue(dot < 0 ? value : rowOf(value, name.slice(dot + 1)), question, localizer));
  };
  const templates = new Map(findTemplates(survey));
  for (const element of survey.querySelectorAll(`[${RECALLED}]`))
    if (!templates.has(element)) element.removeAttribute(RECALLED);
  for (const [element, texts] of templates) {
    const filled = texts.map((each) => ({ ...each, shown: parseRecall(each.original).fill(format) }));
    if (filled.every(({ shown }, index) => shown === texts[index]?.shown)) continue;
    for (const each of filled) write(element, each);
    rememberOriginals(element, filled);
  }
}

function write(element: Element, { attribute, node, shown, before }: PageText): void {
  if (attribute) element.setAttribute(attribute, shown);
  else if (node instanceof Text) node.data = shown;
  else if (node) node.replaceWith(shown);
  else element.insertBefore(new Text(shown), element.children[before] ?? null);
}

function rowOf(value: AnswerValue, row: string): AnswerValue {
  const hasRow = value !== null && typeof value === 'object' && Object.hasOwn(value, row);
  return hasRow ? ((value as Record<string, number>)[row] ?? null) : null;
}

/** Returns an answer as users read it, or an empty text if the answer has no such form. */
function formatValue(
  value: AnswerValue,
  question: Element | undefined,
  localizer: Pick<Localizer<never>, 'language' | 'number'>,
): string {
  if (typeof value === 'number') return localizer.number(value);
  if (typeof value === 'string') return labelOf(value, question);
  if (!Array.isArray(value)) return '';
  return new Intl.ListFormat(localizer.language).format(value.map((each: string) => labelOf(each, question)));
}

/** Returns the label of an option, or the value itself if it is not an option. */
function labelOf(value: string, question: (Element & { options?: unknown }) | undefined): string {
  const custom: readonly ChoiceOption[] | undefined = Array.isArray(question?.options)
    ? question.options
    : undefined;
  const options = custom ?? (question ? listOptions(question) : []).map(toOption);
  return options.find((option) => option.value === value)?.label ?? value;
}

/** The label is the page's original text, like the text around the template. */
function toOption(option: HTMLOptionElement): ChoiceOption {
  return { value: valueOf(option), label: option.getAttribute('label') || originalTextOf(option) };
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length > MAX_CHARACTERS ? `${characters.slice(0, MAX_CHARACTERS).join('')}…` : text;
}
