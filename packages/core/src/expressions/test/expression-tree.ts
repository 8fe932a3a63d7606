import * as fc from 'fast-check';
import type { AnswerKind } from '../../record/record.ts';
import type { Operand } from '../operand.ts';

/** A condition as a tree, independent of its notation. */
export type Tree =
  | { is: 'and' | 'or'; parts: Tree[] }
  | { is: 'not'; part: Tree }
  | { is: 'alone'; name: string }
  | { is: 'answered' | 'empty'; name: string }
  | { is: 'in'; name: string; values: Value[] }
  | { is: Sign; name: string; value: Value | { name: string } };

export type Sign = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'includes';
type Value = string | number | boolean;

export type Values = ReadonlyMap<string, Operand>;

/** At least one name of each kind, so that every comparison has an operand. */
export const KINDS: ReadonlyMap<string, AnswerKind> = new Map([
  ['recommend', 'nps'],
  ['satisfied', 'csat'],
  ['would-recommend_2', 'ces'],
  ['why', 'text'],
  ['begründung', 'text'],
  ['理由', 'choice'],
  ['reason', 'choice'],
  ['photos', 'attachment'],
  ['contact', 'consent'],
  ['service', 'matrix'],
  ['plan', 'hidden'],
  ['constructor', 'hidden'],
  ['__proto__', 'hidden'],
]);

const NUMBERS = ['recommend', 'satisfied', 'would-recommend_2', 'service.speed', 'service.toString'];
const TEXTS = ['why', 'begründung', '理由', 'reason', 'photos'];
const OPEN = ['plan', 'constructor', '__proto__'];

const anyNumber = fc.oneof(
  fc.integer({ min: -3, max: 12 }),
  fc.integer({ min: -300, max: 300 }).map((n) => n / 100),
);
const anyWord = fc.constantFrom('price', 'Price', 'speed', 'a price', "it's", '"so"', 'back\\slash', 'ÄRGER');
const anyText = fc.oneof(
  { arbitrary: anyWord, weight: 6 },
  { arbitrary: anyNumber.map(String), weight: 2 },
  fc.constantFrom('true', '1', '0'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }).filter((text) => text.trim() !== ''),
);
const anyValue: fc.Arbitrary<Value> = fc.oneof(anyNumber, anyText, fc.boolean());
const anyRows = fc.dictionary(
  fc.constantFrom('speed', 'toString', '__proto__'),
  fc.integer({ min: 1, max: 7 }),
);
const anyList = fc.array(anyText, { maxLength: 4 });
const anyOperand: fc.Arbitrary<Operand> = fc.oneof(
  anyValue,
  anyList,
  anyRows,
  fc.constantFrom(null, undefined, '', ' '),
);

const OPERANDS: Readonly<Record<string, fc.Arbitrary<Operand>>> = {
  nps: anyNumber,
  csat: anyNumber,
  ces: anyNumber,
  text: anyText,
  choice: fc.oneof(anyText, anyList),
  attachment: anyList,
  consent: fc.boolean(),
  matrix: anyRows,
  hidden: anyOperand,
};

/** The answers; some are missing. */
export const anyAnswers: fc.Arbitrary<Values> = fc
  .tuple(
    ...[...KINDS].map(([name, kind]) =>
      fc.option(OPERANDS[kind] ?? anyOperand, { freq: 4 }).map((value): [string, Operand] => [name, value]),
    ),
  )
  .map((entries) => new Map(entries));

function compare(
  names: readonly string[],
  signs: readonly Sign[],
  value: fc.Arbitrary<Value>,
): fc.Arbitrary<Tree> {
  const name = fc.constantFrom(...names, ...OPEN);
  return fc.record({
    is: fc.constantFrom(...signs),
    name,
    value: fc.oneof({ arbitrary: value, weight: 3 }, { arbitrary: fc.record({ name }), weight: 1 }),
  });
}

function listed(names: readonly string[], value: fc.Arbitrary<Value>): fc.Arbitrary<Tree> {
  return fc.record({
    is: fc.constant('in' as const),
    name: fc.constantFrom(...names, ...OPEN),
    values: fc.array(value, { minLength: 1, maxLength: 3 }),
  });
}

const anyLeaf: fc.Arbitrary<Tree> = fc.oneof(
  compare(NUMBERS, ['=', '!=', '<', '<=', '>', '>='], anyNumber),
  compare(TEXTS, ['=', '!=', 'includes'], anyText),
  compare(['contact'], ['=', '!='], fc.boolean()),
  compare(OPEN, ['=', '!='], anyValue),
  listed(NUMBERS, anyNumber),
  listed(TEXTS, anyText),
  listed(OPEN, anyValue),
  fc.record({ is: fc.constant('alone' as const), name: fc.constantFrom('contact', ...OPEN) }),
  fc.record({ is: fc.constantFrom('answered', 'empty'), name: fc.constantFrom(...KINDS.keys(), ...NUMBERS) }),
);

/** A condition that is valid for the types of the questions. */
export const anyTree: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { arbitrary: anyLeaf, weight: 2 },
    {
      arbitrary: fc.record({
        is: fc.constantFrom('and', 'or'),
        parts: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }),
      }),
      weight: 2,
    },
    { arbitrary: fc.record({ is: fc.constant('not' as const), part: tie('tree') }), weight: 1 },
  ),
})).tree;

const PIECES = [
  ...'recommend service.speed reason plan __proto__ and or not is in includes empty answered if'.split(' '),
  ..."= != < == ( ) [ ] , 5 'x' \"y null true . - \\ \ud800 😀 ;".split(' '),
];

/** Any text that an attribute can contain, most of it invalid. */
export const anySource = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ maxLength: 60 }),
  fc
    .array(
      fc.nat({ max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      { maxLength: 40 },
    )
    .map((units) => units.join('')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((words) => words.join(' ')),
);

/** Prints a tree. `pick` chooses between equivalent notations. */
export function print(tree: Tree, pick: (count: number) => number): string {
  const space = (): string => ['', ' ', '\n\t', '\u00a0'][pick(4)] ?? '';
  const value = (given: Value | { name: string }): string => {
    if (typeof given === 'object') return given.name;
    return typeof given === 'string' ? quote(given, pick(2) === 0 ? "'" : '"') : String(given);
  };
  const inner = (part: Tree): string =>
    part.is === 'and' || part.is === 'or' || pick(3) === 0
      ? `(${space()}${print(part, pick)}${space()})`
      : print(part, pick);
  switch (tree.is) {
    case 'and':
    case 'or':
      return tree.parts
        .map((part) => (tree.is === 'or' && part.is === 'and' ? print(part, pick) : inner(part)))
        .join(` ${tree.is}${space()} `);
    case 'not':
      return `not ${inner(tree.part)}`;
    case 'alone':
      return tree.name;
    case 'answered':
    case 'empty':
      return `${tree.name} is ${tree.is}`;
    case 'in':
      return `${tree.name} in${space()}[${tree.values.map(value).join(`${space()},${space()}`)}]`;
    case 'includes':
      return `${tree.name} includes ${value(tree.value)}`;
    default:
      return `${tree.name}${space()}${tree.is}${space()}${value(tree.value)}`;
  }
}

function quote(text: string, mark: string): string {
  return mark + text.replaceAll('\\', '\\\\').replaceAll(mark, `\\${mark}`) + mark;
}

/** Evaluates a tree in the simplest way. The reference implementation for the tests. */
export function evaluateTree(tree: Tree, values: Values): boolean {
  switch (tree.is) {
    case 'and':
      return tree.parts.every((part) => evaluateTree(part, values));
    case 'or':
      return tree.parts.some((part) => evaluateTree(part, values));
    case 'not':
      return !evaluateTree(tree.part, values);
    case 'alone':
      return itemsOf(read(tree.name, values)).some((item) => equal(item, true));
    case 'answered':
      return !isNothing(read(tree.name, values));
    case 'empty':
      return isNothing(read(tree.name, values));
    case 'in':
      return tree.values.some((value) => evaluateTree({ is: '=', name: tree.name, value }, values));
    default:
      return evaluateComparison(tree.is, tree.name, tree.value, values);
  }
}

function evaluateComparison(
  sign: Sign,
  name: string,
  value: Value | { name: string },
  values: Values,
): boolean {
  const left = read(name, values);
  const right = typeof value === 'object' ? read(value.name, values) : value;
  if (sign === '!=') {
    return !isNothing(left) && !isNothing(right) && !evaluateComparison('=', name, value, values);
  }
  const isItem = Array.isArray(left) || ['choice', 'attachment'].includes(KINDS.get(name) ?? '');
  for (const one of itemsOf(left)) {
    for (const other of itemsOf(right)) if (fits(one, sign, other, isItem)) return true;
  }
  return false;
}

function fits(left: Value, sign: Sign, right: Value, isItem: boolean): boolean {
  const [a, b] = [Number(left), Number(right)];
  const [whole, part] = [String(left).toLowerCase(), String(right).toLowerCase()];
  switch (sign) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    case 'includes':
      return isItem ? whole === part : whole.includes(part);
    default:
      return equal(left, right);
  }
}

function equal(left: Value, right: Value): boolean {
  if (typeof left === typeof right) return left === right;
  return String(left) === String(right) || Number(left) === Number(right);
}

function itemsOf(value: Operand): Value[] {
  if (isNothing(value)) return [];
  if (Array.isArray(value)) return value.filter((item: string) => item.trim() !== '');
  return typeof value === 'object' ? [] : [value as Value];
}

function isNothing(value: Operand): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function read(name: string, values: Values): Operand {
  const [question = '', row] = name.split('.');
  const value = values.get(question);
  if (row === undefined) return value;
  return Object.entries(value ?? {}).find(([key]) => key === row)?.[1] as number | undefined;
}
