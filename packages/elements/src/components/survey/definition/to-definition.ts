import { HeedError } from '@heed/core';
import { checkSurvey, KINDS, type SurveyDefinition } from '@heed/core/survey';
import type { HeedChoice } from '../../choice/choice.ts';
import { splitList } from '../../choice/options.ts';
import { isBlank } from '../../../shared/light-dom/blank.ts';
import { HIDDEN } from '../../../shared/light-dom/markers.ts';
import { originalTextOf, ORIGINAL_TEXT } from '../../../shared/light-dom/original-text.ts';
import type { HeedMatrix } from '../../matrix/matrix.ts';
import { MARKER_ATTRIBUTES, readOriginalText, readOriginalValue } from '../templates.ts';
import { toMember, toValue } from './parse-attributes.ts';

type Members = Record<string, unknown>;
/** Returns the value of a text node or an attribute. */
type ReadValue = (node: Node) => string;

const QUESTION = new RegExp(`^heed-(${Object.keys(KINDS).join('|')})$`);
const HEADING = /^h[1-6]$/;
const GROUP = /^(section|div)$/;
/** Elements that ask and show nothing. */
const IGNORED = 'script, style, template';
/** Ignored if empty. An empty <p> without children is a statement. */
const FILLER = 'ins, span, div, p:has(> *)';
/** Attributes that a running survey sets on elements of the page. */
const OWN_ATTRIBUTES = ['hidden', ...MARKER_ATTRIBUTES];
/** Prefix of the attributes that the translation in Edge sets. */
const EDGE_PREFIX = '_mst';
const SLOTS = ['', 'question', 'welcome', 'ending'];
const SURVEY_ATTRIBUTES = ['survey', 'endpoint', 'display', 'partial', 'no-draft', 'prefill', 'question'];
/** Attributes of a group, even if the group is a single element. */
const GROUP_ATTRIBUTES = ['show-if', 'go-to', 'slot'];

/**
 * Returns the definition of a `<heed-survey>` in a page. Texts are in the language of the page, with white space collapsed
 * as in HTML.
 *
 * @param readValue returns the value of a text node or an attribute. Defaults to the original value, even while a running
 *   survey shows an answer in its place
 * @throws HeedError `HEED_DEFINITION` if a definition cannot represent the HTML, for example a link inside a text
 */
export function toDefinition(survey: Element, readValue: ReadValue = readOriginalValue): SurveyDefinition {
  rejectText(survey);
  const children = childrenOf(survey).filter((child) => !child.matches(IGNORED));
  const invalid = children.find(({ slot }) => !SLOTS.includes(slot));
  if (invalid) throw createElementError(invalid, `in slot "${invalid.slot}"`);
  const inSlot = (name: string): Element[] => children.filter(({ slot }) => slot === name);
  const { question, prefill, ...members } = membersOf(survey, readValue, (name) =>
    SURVEY_ATTRIBUTES.includes(name),
  );
  const title = findOnly(inSlot('question'));
  const heading = title ? textOf(title, readValue) : question;
  const welcome = findOnly(inSlot('welcome'));
  const endings = inSlot('ending');
  const hidden = children.filter(isHiddenField);
  return checkSurvey({
    v: 1,
    ...members,
    ...(prefill !== undefined && { prefill: String(prefill).match(/[^\s,]+/g) ?? [] }),
    ...(hidden.length > 0 && { hidden: Object.fromEntries(hidden.map(({ name, value }) => [name, value])) }),
    ...(heading !== undefined && { heading }),
    ...(welcome && { welcome: readGroup(welcome, readValue) }),
    steps: inSlot('').flatMap((child) => (isHiddenField(child) ? [] : [readGroup(child, readValue)])),
    ...(endings.length > 0 && { endings: endings.map((ending) => readGroup(ending, readValue)) }),
  });
}

function findOnly([first, second]: readonly Element[]): Element | undefined {
  if (second) throw createElementError(second, `as a second element in slot "${second.slot}"`);
  return first;
}

function isHiddenField(child: Element): child is HTMLInputElement {
  return child.matches('input[type=hidden]');
}

/** A step, a welcome or an ending. */
function readGroup(element: Element, readValue: ReadValue): Members {
  const isGroup = GROUP.test(element.localName);
  const {
    slot: _,
    id,
    ...members
  } = membersOf(element, readValue, (name) => isGroup || GROUP_ATTRIBUTES.includes(name));
  if (!isGroup) return { ...members, items: readItems([element], readValue, GROUP_ATTRIBUTES) };
  rejectText(element);
  return {
    ...(id !== undefined && { name: id }),
    ...members,
    items: readItems(childrenOf(element), readValue),
  };
}

function readItems(
  elements: readonly Element[],
  readValue: ReadValue,
  excluded: readonly string[] = [],
): Members[] {
  return elements.flatMap((element, index): Members[] => {
    const title = elements[index - 1];
    if (HEADING.test(element.localName)) {
      if (elements[index + 1]?.localName !== 'p') throw createElementError(element, 'without a <p> after it');
      return [];
    }
    const item = readItem(element, readValue, excluded);
    return [title && HEADING.test(title.localName) ? { ...item, title: textOf(title, readValue) } : item];
  });
}

function readItem(element: Element, readValue: ReadValue, excluded: readonly string[]): Members {
  const { localName } = element;
  const members = membersOf(element, readValue, (name) => !excluded.includes(name));
  if (localName === 'p') return { kind: 'statement', ...members, text: textOf(element, readValue) };
  if (localName === 'a') return { kind: 'link', ...members, text: textOf(element, readValue) };
  if (localName === 'img') return { kind: 'picture', ...members };
  const [, kind] = QUESTION.exec(localName) ?? [];
  if (!kind) throw createElementError(element, 'as a question or text');
  rejectText(element);
  const list = readList(element, readValue);
  const invalid = childrenOf(element).find((child) => !child.matches('option') || list.length === 0);
  if (invalid) throw createElementError(invalid, `in <${localName}>`);
  if (kind === 'choice') return { kind, name: kind, ...members, options: list };
  if (kind !== 'matrix') return { kind, name: kind, ...members };
  const statements = list.map(({ value, label, ...rest }) => ({ name: value, text: label, ...rest }));
  return { kind, name: kind, ...readBattery(element as HeedMatrix), ...members, statements };
}

/** Reads the options of a list or the statements of a matrix, from properties or from children. */
function readList(element: Element, readValue: ReadValue): Members[] {
  const { options, battery } = element as Partial<HeedChoice & HeedMatrix>;
  if (battery) return battery.statements.map(({ name, text }) => ({ value: name, label: text }));
  const given = options ?? element.getAttribute('options');
  if (typeof given === 'string') return splitList(given).map((value) => ({ value, label: value }));
  if (given) return given.map((option) => ({ ...option }));
  return childrenOf(element).map((option) => {
    const label = textOf(option, readValue);
    return { value: label, label, ...membersOf(option, readValue, () => true) };
  });
}

function readBattery({ battery }: Partial<HeedMatrix>): Members {
  const { question, low, high } = battery ?? {};
  const given = { question, lowLabel: low, highLabel: high };
  return Object.fromEntries(Object.entries(given).filter(([, text]) => text !== undefined));
}

/** Ignores the attributes and styles with which a running survey hides elements. */
function membersOf(element: Element, readValue: ReadValue, isOwn: (attribute: string) => boolean): Members {
  const excluded = [...OWN_ATTRIBUTES, 'options'];
  if (element.getAttribute(HIDDEN) === '' && (element as HTMLElement).style.length === 1)
    excluded.push('style');
  const own = [...element.attributes].filter(
    ({ name }) => isOwn(name) && !excluded.includes(name) && !name.startsWith(EDGE_PREFIX),
  );
  return Object.fromEntries(
    own.map((attribute) => {
      const member = toMember(attribute.name);
      return [member, toValue(element, member, readValue(attribute))];
    }),
  );
}

function textOf(element: Element, readValue: ReadValue): string {
  const [child] = childrenOf(element).filter(({ localName }) => localName !== 'font');
  if (child) throw createElementError(child, 'inside a text');
  if (readValue === readOriginalValue)
    return collapse(
      element.hasAttribute(ORIGINAL_TEXT) ? originalTextOf(element) : readOriginalText(element),
    );
  return collapse(
    [...element.childNodes].map((node) => (node.nodeType === 3 ? readValue(node) : '')).join(''),
  );
}

function rejectText(element: Element): void {
  if (hasText(element))
    throw createElementError(element, 'with text outside its elements. Wrap the text in a <p>');
}

function hasText(element: Element): boolean {
  return [...element.childNodes].some((node) => node.nodeType === 3 && collapse(node.nodeValue ?? ''));
}

function collapse(text: string): string {
  return text.replace(/[ \t\n\f\r]+/g, ' ').trim();
}

/** Ignores elements that a content management system's text filter has inserted between or around the children. */
function childrenOf(element: Element): Element[] {
  return [...element.children]
    .filter((child) => !isFiller(child))
    .flatMap((child) => (isWrapper(child) ? childrenOf(child) : [child]));
}

function isFiller(child: Element): boolean {
  const isOwn = [...child.attributes].some(({ name }) => ![...OWN_ATTRIBUTES, 'style'].includes(name));
  return (
    child.matches('br, wbr, hr, meta, link, noscript') || (!isOwn && child.matches(FILLER) && isBlank(child))
  );
}

function isWrapper(child: Element): boolean {
  return child.matches('p, ins') && !hasText(child) && child.querySelector(':scope > :not(font)') !== null;
}

function createElementError({ localName }: Element, where: string): HeedError {
  return new HeedError(
    'HEED_DEFINITION',
    'toDefinition',
    `a definition cannot contain <${localName}> ${where}`,
  );
}
