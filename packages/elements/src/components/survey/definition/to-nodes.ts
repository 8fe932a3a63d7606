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
import { toAttribute } from './attribute-names.ts';

type Values = Readonly<Record<string, unknown>>;

/** The options or statements of a question. */
interface Lists {
  options?: readonly SurveyOption[];
  statements?: readonly SurveyStatementRow[];
}

interface Context {
  language: string;
  document: Document;
}

/**
 * Creates the children of the `<heed-survey>` for a definition, in one language. Texts become text nodes, never markup.
 *
 * @param language BCP 47 tag; see `textIn()` for the fallback if a text is not available in it
 * @throws HeedError `HEED_DEFINITION` if the definition is invalid
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
    ...(welcome ? [makeGroup(context, welcome.items, { slot: 'welcome' })] : []),
    ...steps.map(({ items, ...attributes }) => makeGroup(context, items, attributes)),
    ...endings.map(({ items, showIf }) => makeGroup(context, items, { slot: 'ending', showIf })),
  ];
}

/**
 * Returns the attributes of the `<heed-survey>` for a definition.
 *
 * @param language BCP 47 tag for the heading; defaults to English
 * @throws HeedError `HEED_DEFINITION` if the definition is invalid
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

/** A single element needs no group around it, unless its condition or name would conflict with the group's. */
function makeGroup(
  context: Context,
  items: readonly (SurveyItem | SurveyContent)[],
  attributes: Values,
): Element {
  const nodes = items.flatMap((item) => toItemNodes(context, item));
  const [only] = nodes;
  const isAlone =
    only && nodes.length === 1 && attributes['name'] === undefined && !only.hasAttribute('show-if');
  return isAlone ? setAttributes(context, only, attributes) : make(context, 'section', attributes, nodes);
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

function toQuestionNode(context: Context, question: SurveyQuestion & Lists): Element {
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
  const element = setAttributes(context, context.document.createElement(tag), attributes);
  for (const child of children) element.append(isElement(child) ? child : textIn(child, context.language));
  return element;
}

function setAttributes({ language }: Context, element: Element, values: Values): Element {
  for (const [name, text] of listAttributes(values, language)) element.setAttribute(name, text);
  return element;
}

/** A member that is `undefined` or `false` has no attribute. */
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

/** Not `instanceof`, because the element may belong to another document. */
function isElement(child: Element | SurveyText): child is Element {
  return typeof child === 'object' && 'setAttribute' in child && typeof child.setAttribute === 'function';
}
