/** The parts of the JSON Schemas that follow from the table of kinds. */
import { KINDS, type Kind } from '../src/record/kinds.ts';

/** A JSON Schema, or a part of one. */
export interface Schema {
  [keyword: string]: unknown;
  properties?: Record<string, Schema>;
  allOf?: Schema[];
  $defs?: Record<string, Schema>;
}

const LOWEST_MAX = 2;
const CONTENT_KINDS = ['statement', 'picture'];
const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
const whenKind = (name: string, rule: Schema): Schema => ({
  if: { properties: { kind: { const: name } }, required: ['kind'] },
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema, in an object that is never awaited
  then: rule,
});

/** Returns the schema of a record with a rule for the answers of each kind. */
export function withAnswerKinds(schema: Schema): Schema {
  const { answer, ...others } = schema.$defs ?? {};
  const shared = Object.entries(others).filter(([, definition]) => !('if' in definition));
  const kinds = Object.entries<Kind>(KINDS);
  const rules = kinds.map(([name, kind]) => [name, whenKind(name, answerRule(kind))] as const);
  const allOf = kinds.map(([name]) => ref(name));
  return {
    ...schema,
    $defs: { ...Object.fromEntries(shared), answer: { ...answer, allOf }, ...Object.fromEntries(rules) },
  };
}

function answerRule(kind: Kind): Schema {
  const rule = { properties: { value: valueSchema(kind) } };
  if (kind.type !== 'integer' || !kind.highestMax) return rule;
  const steps = Array.from({ length: kind.highestMax - LOWEST_MAX + 1 }, (_, index) => LOWEST_MAX + index);
  const upTo = (maximum: number): Schema => ({ required: ['max'], ...maxRule(maximum) });
  const withoutMax = { properties: { value: { maximum: kind.max } }, not: { required: ['max'] } };
  return { ...rule, oneOf: [withoutMax, ...steps.map(upTo)] };
}

function maxRule(maximum: number): Schema {
  return { properties: { max: { const: maximum }, value: { maximum } } };
}

function valueSchema(kind: Kind): Schema {
  switch (kind.type) {
    case 'integer':
      return { type: ['integer', 'null'], minimum: kind.min, maximum: kind.highestMax ?? kind.max };
    case 'text':
      return { type: ['string', 'null'] };
    case 'choice':
      return { anyOf: [{ type: ['string', 'null'] }, ref('texts')] };
    case 'texts':
    case 'rows':
      return { anyOf: [{ type: 'null' }, ref(kind.type)] };
    default:
      return { type: [kind.type, 'null'] };
  }
}

/** Returns the schema of a survey with a question of each kind. */
export function withQuestionKinds(schema: Schema): Schema {
  const { $defs = {} } = schema;
  const names = [...Object.keys(KINDS), ...CONTENT_KINDS];
  const item = {
    ...$defs['item'],
    properties: { kind: { enum: names } },
    allOf: names.map((name) => whenKind(name, ref(name))),
  };
  const questions = Object.entries<Kind>(KINDS).map(([name, kind]) => [
    name,
    questionSchema(name, kind, $defs),
  ]);
  return { ...schema, $defs: { ...$defs, item, ...Object.fromEntries(questions) } };
}

/** A kind that is new in the table starts with the members of the NPS question. */
function questionSchema(name: string, kind: Kind, known: Record<string, Schema>): Schema {
  const base = known[name] ?? { ...known['nps'], description: `A question of the kind \`${name}\`.` };
  return { ...base, properties: { ...base.properties, kind: { const: name }, ...numberMembers(kind) } };
}

function numberMembers(kind: Kind): Record<string, Schema> {
  const description = 'The initial value.';
  if (kind.type === 'integer') {
    const maximum = kind.highestMax ?? kind.max;
    return { value: { type: 'integer', minimum: kind.min, maximum, description } };
  }
  if (kind.type !== 'number') return {};
  return {
    value: { type: 'number', description },
    min: { type: 'number', description: 'The lowest value.' },
    max: { type: 'number', description: 'The highest value.' },
    step: { type: 'number', exclusiveMinimum: 0, description: 'The distance between two values.' },
  };
}
