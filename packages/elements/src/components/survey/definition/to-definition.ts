import { HeedError } from '@heed/core';
import { checkSurvey, KINDS, type SurveyDefinition } from '@heed/core/survey';
import type { HeedChoice } from '../../choice/choice.ts';
import { splitList } from '../../choice/options.ts';
import { isBlank } from '../../../shared/light-dom/blank.ts';
import { HIDDEN } from '../../../shared/light-dom/markers.ts';
import { pageWords, WORDS } from '../../../shared/light-dom/original-text.ts';
import type { HeedMatrix } from '../../matrix/matrix.ts';
import { MARKS, sourceOf, sourceText } from '../sources.ts';
import { toMember, toValue } from './from-attribute.ts';

type Members = Record<string, unknown>;
/** What a text or an attribute says. */
type Source = (node: Node) => string;

const QUESTION = new RegExp(`^heed-(${Object.keys(KINDS).join('|')})$`);
const HEADING = /^h[1-6]$/;
const GROUP = /^(section|div)$/;
/** Nothing that is asked or shown. */
const APART = 'script, style, template';
/** Where it holds nothing. An empty <p> alone is a statement. */
const FILLER = 'ins, span, div, p:has(> *)';
/** What a survey at work writes into elements of the page. */
const WRITTEN = ['hidden', ...MARKS];
/** What the translation of Edge writes there. */
const OF_EDGE = '_mst';
const SLOTS = ['', 'question', 'welcome', 'ending'];
const OF_THE_SURVEY = ['survey', 'endpoint', 'display', 'partial', 'no-draft', 'prefill', 'question'];
/** Those of a group that are its own, also where the group is a single element. */
const OF_A_GROUP = ['show-if', 'go-to', 'slot'];

/**
 * The definition that is the same as a `<heed-survey>` and what stands in it, with the texts of the one language in which
 * they are written, and white space as HTML shows it.
 *
 * @param source what a text node or an attribute says. Absent: what the page wrote, also where a survey at work shows answers
 * @throws HeedError `HEED_DEFINITION` for what a definition cannot hold, such as links inside of a text
 */
export function toDefinition(survey: Element, source: Source = sourceOf): SurveyDefinition {
  refuseText(survey);
  const children = childrenOf(survey).filter((child) => !child.matches(APART));
  const odd = children.find(({ slot }) => !SLOTS.includes(slot));
  if (odd) throw cannotHold(odd, `in the slot "${odd.slot}"`);
  const inSlot = (name: string): Element[] => children.filter(({ slot }) => slot === name);
  const { question, prefill, ...members } = membersOf(survey, source, (name) => OF_THE_SURVEY.includes(name));
  const title = only(inSlot('question'));
  const heading = title ? textOf(title, source) : question;
  const welcome = only(inSlot('welcome'));
  const endings = inSlot('ending');
  const hidden = children.filter(isHidden);
  return checkSurvey({
    v: 1,
    ...members,
    ...(prefill !== undefined && { prefill: String(prefill).match(/[^\s,]+/g) ?? [] }),
    ...(hidden.length > 0 && { hidden: Object.fromEntries(hidden.map(({ name, value }) => [name, value])) }),
    ...(heading !== undefined && { heading }),
    ...(welcome && { welcome: readGroup(welcome, source) }),
    steps: inSlot('').flatMap((child) => (isHidden(child) ? [] : [readGroup(child, source)])),
    ...(endings.length > 0 && { endings: endings.map((ending) => readGroup(ending, source)) }),
  });
}

function only([first, second]: readonly Element[]): Element | undefined {
  if (second) throw cannotHold(second, `beside another in the slot "${second.slot}"`);
  return first;
}

function isHidden(child: Element): child is HTMLInputElement {
  return child.matches('input[type=hidden]');
}

/** A step, a welcome or an ending. */
function readGroup(element: Element, source: Source): Members {
  const isGroup = GROUP.test(element.localName);
  const {
    slot: _,
    id,
    ...members
  } = membersOf(element, source, (name) => isGroup || OF_A_GROUP.includes(name));
  if (!isGroup) return { ...members, items: readItems([element], source, OF_A_GROUP) };
  refuseText(element);
  return { ...(id !== undefined && { name: id }), ...members, items: readItems(childrenOf(element), source) };
}

function readItems(elements: readonly Element[], source: Source, apart: readonly string[] = []): Members[] {
  return elements.flatMap((element, index): Members[] => {
    const title = elements[index - 1];
    if (HEADING.test(element.localName)) {
      if (elements[index + 1]?.localName !== 'p') throw cannotHold(element, 'without a <p> after it');
      return [];
    }
    const item = readItem(element, source, apart);
    return [title && HEADING.test(title.localName) ? { ...item, title: textOf(title, source) } : item];
  });
}

function readItem(element: Element, source: Source, apart: readonly string[]): Members {
  const { localName } = element;
  const members = membersOf(element, source, (name) => !apart.includes(name));
  if (localName === 'p') return { kind: 'statement', ...members, text: textOf(element, source) };
  if (localName === 'a') return { kind: 'link', ...members, text: textOf(element, source) };
  if (localName === 'img') return { kind: 'picture', ...members };
  const [, kind] = QUESTION.exec(localName) ?? [];
  if (!kind) throw cannotHold(element, 'there');
  refuseText(element);
  const list = readList(element, source);
  const odd = childrenOf(element).find((child) => !child.matches('option') || list.length === 0);
  if (odd) throw cannotHold(odd, `in <${localName}>`);
  if (kind === 'choice') return { kind, name: kind, ...members, options: list };
  if (kind !== 'matrix') return { kind, name: kind, ...members };
  const statements = list.map(({ value, label, ...rest }) => ({ name: value, text: label, ...rest }));
  return { kind, name: kind, ...fromBattery(element as HeedMatrix), ...members, statements };
}

/** The options of a list, or the statements of a matrix, which the page may also have given as data. */
function readList(element: Element, source: Source): Members[] {
  const { options, battery } = element as Partial<HeedChoice & HeedMatrix>;
  if (battery) return battery.statements.map(({ name, text }) => ({ value: name, label: text }));
  const given = options ?? element.getAttribute('options');
  if (typeof given === 'string') return splitList(given).map((value) => ({ value, label: value }));
  if (given) return given.map((option) => ({ ...option }));
  return childrenOf(element).map((option) => {
    const label = textOf(option, source);
    return { value: label, label, ...membersOf(option, source, () => true) };
  });
}

function fromBattery({ battery }: Partial<HeedMatrix>): Members {
  const { question, low, high } = battery ?? {};
  const given = { question, lowLabel: low, highLabel: high };
  return Object.fromEntries(Object.entries(given).filter(([, text]) => text !== undefined));
}

/** Whether a survey hides it now is no part of what it is. */
function membersOf(element: Element, source: Source, isOwn: (attribute: string) => boolean): Members {
  const apart = [...WRITTEN, 'options'];
  if (element.getAttribute(HIDDEN) === '' && (element as HTMLElement).style.length === 1) apart.push('style');
  const own = [...element.attributes].filter(
    ({ name }) => isOwn(name) && !apart.includes(name) && !name.startsWith(OF_EDGE),
  );
  return Object.fromEntries(
    own.map((attribute) => {
      const member = toMember(attribute.name);
      return [member, toValue(element, member, source(attribute))];
    }),
  );
}

function textOf(element: Element, source: Source): string {
  const [child] = childrenOf(element).filter(({ localName }) => localName !== 'font');
  if (child) throw cannotHold(child, 'inside of a text');
  if (source === sourceOf)
    return collapse(element.hasAttribute(WORDS) ? pageWords(element) : sourceText(element));
  return collapse([...element.childNodes].map((node) => (node.nodeType === 3 ? source(node) : '')).join(''));
}

function refuseText(element: Element): void {
  if (hasText(element)) throw cannotHold(element, 'with text beside its elements: put it into a <p>');
}

function hasText(element: Element): boolean {
  return [...element.childNodes].some((node) => node.nodeType === 3 && collapse(node.nodeValue ?? ''));
}

function collapse(text: string): string {
  return text.replace(/[ \t\n\f\r]+/g, ' ').trim();
}

/** Without what the text filter of a content management system has put between them, and around them. */
function childrenOf(element: Element): Element[] {
  return [...element.children]
    .filter((child) => !isFiller(child))
    .flatMap((child) => (isWrapper(child) ? childrenOf(child) : [child]));
}

function isFiller(child: Element): boolean {
  const isOwn = [...child.attributes].some(({ name }) => ![...WRITTEN, 'style'].includes(name));
  return (
    child.matches('br, wbr, hr, meta, link, noscript') || (!isOwn && child.matches(FILLER) && isBlank(child))
  );
}

function isWrapper(child: Element): boolean {
  return child.matches('p, ins') && !hasText(child) && child.querySelector(':scope > :not(font)') !== null;
}

function cannotHold({ localName }: Element, where: string): HeedError {
  return new HeedError('HEED_DEFINITION', 'toDefinition', `a definition cannot hold <${localName}> ${where}`);
}
