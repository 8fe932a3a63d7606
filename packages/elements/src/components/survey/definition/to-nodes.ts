import {
  checkSurvey,
  textIn,
  type SurveyContent,
  type SurveyDefinition,
  type SurveyItem,
  type SurveyOption,
  type SurveyQuestion,
  type SurveyStatementRow,
  type SurveyText,
} from '@heed/core/survey';
import { toAttribute } from './members.ts';

type Values = Readonly<Record<string, unknown>>;

/** What some questions list. */
interface Listing {
  options?: readonly SurveyOption[];
  statements?: readonly SurveyStatementRow[];
}

interface Context {
  language: string;
  document: Document;
}

/**
 * The children of a `<heed-survey>` that is the same as a definition, in the words of a language. Texts become text and
 * nothing else.
 *
 * @param language BCP 47 tag; see `textIn()` for what is shown where a text is not in this language
 * @throws HeedError `HEED_DEFINITION` for what is no survey; nothing is made then
 */
export function toNodes(
  definition: SurveyDefinition,
  language: string,
  document = globalThis.document,
): Element[] {
  const { hidden = {}, welcome, steps, endings = [] } = checkSurvey(definition);
  const context = { language, document };
  return [
    ...Object.entries(hidden).map(([name, value]) => make(context, 'input', { type: 'hidden', name, value })),
    ...(welcome ? [group(context, welcome.items, { slot: 'welcome' })] : []),
    ...steps.map(({ items, ...attributes }) => group(context, items, attributes)),
    ...endings.map(({ items, showIf }) => group(context, items, { slot: 'ending', showIf })),
  ];
}

/**
 * The attributes of that `<heed-survey>` itself.
 *
 * @param language BCP 47 tag of the heading. Absent: English, where there are several
 * @throws HeedError `HEED_DEFINITION` for what is no survey
 */
export function toAttributes(definition: SurveyDefinition, language = 'en'): Record<string, string> {
  const { survey, endpoint, display, partial, noDraft, prefill, heading } = checkSurvey(definition);
  const values = {
    survey,
    endpoint,
    display,
    partial,
    noDraft,
    prefill: prefill?.join(' '),
    question: heading,
  };
  return Object.fromEntries(listAttributes(values, language));
}

/** What is one element stands by itself, unless that would mix its condition or its name with that of the group. */
function group(
  context: Context,
  items: readonly (SurveyItem | SurveyContent)[],
  attributes: Values,
): Element {
  const nodes = items.flatMap((item) => toItemNodes(context, item));
  const [only] = nodes;
  const stands =
    only && nodes.length === 1 && attributes['name'] === undefined && !only.hasAttribute('show-if');
  return stands ? set(context, only, attributes) : make(context, 'section', attributes, nodes);
}

function toItemNodes(context: Context, item: SurveyItem | SurveyContent): Element[] {
  switch (item.kind) {
    case 'statement': {
      const title = item.title === undefined ? [] : [make(context, 'h2', {}, [item.title])];
      return [...title, make(context, 'p', {}, [item.text])];
    }
    case 'picture':
      return [make(context, 'img', { ...item, kind: undefined })];
    case 'link':
      return [make(context, 'a', { href: item.href }, [item.text])];
    default:
      return [toQuestionNode(context, item)];
  }
}

function toQuestionNode(context: Context, question: SurveyQuestion & Listing): Element {
  const { kind, options = [], statements = [], ...attributes } = question;
  const children = [
    ...options.map(({ label, ...option }) => make(context, 'option', option, [label])),
    ...statements.map(({ name, text }) => make(context, 'option', { value: name }, [text])),
  ];
  return make(context, `heed-${kind}`, attributes, children);
}

function make(
  context: Context,
  tag: string,
  attributes: Values,
  children: readonly (Element | SurveyText)[] = [],
): Element {
  const element = set(context, context.document.createElement(tag), attributes);
  for (const child of children) element.append(isElement(child) ? child : textIn(child, context.language));
  return element;
}

function set({ language }: Context, element: Element, values: Values): Element {
  for (const [name, text] of listAttributes(values, language)) element.setAttribute(name, text);
  return element;
}

/** What is absent or false has no attribute. */
function listAttributes(values: Values, language: string): [name: string, text: string][] {
  return Object.entries(values).flatMap(([member, value]) => {
    if (value === undefined || value === false) return [];
    const text =
      value === true
        ? ''
        : textIn(typeof value === 'object' ? (value as SurveyText) : String(value), language);
    return [[toAttribute(member), text]];
  });
}

/** By what it has, since the document may be another one. */
function isElement(child: Element | SurveyText): child is Element {
  return typeof child === 'object' && 'setAttribute' in child && typeof child.setAttribute === 'function';
}
