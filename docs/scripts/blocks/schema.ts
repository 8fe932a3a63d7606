/** Renders tables of the record and of the survey definition from the published JSON Schemas. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../pages.ts';
import { code, renderTable } from './table.ts';

interface Schema {
  /** The name in the tables, instead of the type. */
  title?: string;
  type?: string | string[];
  const?: unknown;
  enum?: string[];
  $ref?: string;
  anyOf?: Schema[];
  description?: string;
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: Schema;
  items?: Schema;
  $defs?: Record<string, Schema>;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  maxProperties?: number;
  then?: Schema;
}

const record = read('response.v1.json');
const survey = read('survey.v1.json');
/** The members of every question, which the tables do not repeat. */
const QUESTION_MEMBERS = ['name', 'question', 'showIf', 'required', 'readonly'];

function read(file: string): Schema {
  return JSON.parse(readFileSync(join(root, 'packages/core/schema', file), 'utf8')) as Schema;
}

export function renderRecord(): string {
  return renderMembers(record, record);
}

export function renderAnswer(): string {
  return renderMembers(findDefinition(record, 'answer'), record);
}

export function renderRespondent(): string {
  return renderMembers(record.properties?.['respondent'] ?? {}, record);
}

export function renderSurvey(): string {
  return renderMembers(survey, survey, ['$schema']);
}

/** Renders the members of a part. Omits the shared members of questions, which are the part `question`. */
export function renderSurveyPart(name: string): string {
  if (name === 'question')
    return renderMembers(pick(findDefinition(survey, 'nps'), QUESTION_MEMBERS), survey);
  const part = findDefinition(survey, name);
  const isQuestion = 'readonly' in (part.properties ?? {});
  return renderMembers(part, survey, ['kind', ...(isQuestion ? QUESTION_MEMBERS : [])]);
}

function pick({ properties = {}, ...rest }: Schema, names: readonly string[]): Schema {
  const entries = Object.entries(properties).filter(([name]) => names.includes(name));
  return { ...rest, properties: Object.fromEntries(entries) };
}

function findDefinition(schema: Schema, name: string): Schema {
  const found = schema.$defs?.[name];
  if (!found) throw new Error(`The schema does not define "${name}".`);
  return found;
}

/** Renders a row for each kind with a schema for its value. */
export function renderKinds(): string {
  const kinds = Object.entries(record.$defs ?? {}).filter(([, definition]) => definition.then);
  const rows = kinds.map(([kind, { then }]) => [
    code(kind),
    describe(then?.properties?.['value'] ?? {}, record),
  ]);
  return renderTable(['Kind', 'Value'], rows);
}

function renderMembers(
  { properties = {}, required = [] }: Schema,
  schema: Schema,
  omitted: readonly string[] = [],
): string {
  const shown = Object.entries(properties).filter(([name]) => !omitted.includes(name));
  const rows = shown.map(([name, member]) => [
    code(name),
    required.includes(name) ? 'yes' : '',
    describe(member, schema),
    member.description ?? resolve(member, schema).description ?? '',
  ]);
  return renderTable(['Member', 'Required', 'Type', 'Description'], rows);
}

function resolve(part: Schema, schema: Schema): Schema {
  const name = part.$ref?.split('/').at(-1);
  return name === undefined ? part : (schema.$defs?.[name] ?? {});
}

const NOUNS: Record<string, [one: string, many: string]> = {
  string: ['string', 'strings'],
  number: ['number', 'numbers'],
  integer: ['integer', 'integers'],
  boolean: ['boolean', 'booleans'],
  null: ['null', 'null'],
  object: ['object', 'objects'],
};

function describe(reference: Schema, schema: Schema, count: 0 | 1 = 0): string {
  const part = resolve(reference, schema);
  if (part.title) return `${part.title}${count && !part.title.endsWith('s') ? 's' : ''}`;
  if (part.enum) return part.enum.map(code).join(', ');
  if (part.const !== undefined) return `the number ${JSON.stringify(part.const)}`;
  const parts = part.anyOf ?? [part.type ?? []].flat().map((type) => ({ ...part, type }));
  return parts
    .map((each) => (part.anyOf ? describe(each, schema) : describeType(each, schema, count)))
    .join(', ');
}

function describeType(part: Schema, schema: Schema, count: 0 | 1): string {
  const { type, items = {}, additionalProperties } = part;
  if (type === 'array')
    return `array of ${describe(items, schema, 1)}${range(part.minItems, part.maxItems, '')}`;
  if (type === 'object' && additionalProperties) {
    return `object of ${describe(additionalProperties, schema, 1)}${range(undefined, part.maxProperties, ' members')}`;
  }
  const noun = NOUNS[String(type)]?.[count] ?? String(type);
  if (type === 'string') return noun + range(part.minLength, part.maxLength, ' characters');
  return type === 'integer' ? noun + range(part.minimum, part.maximum, '') : noun;
}

function range(least: number | undefined, most: number | undefined, unit: string): string {
  if (most === undefined) return '';
  const format = (value: number): string => value.toLocaleString('en');
  return least === undefined
    ? `, at most ${format(most)}${unit}`
    : `, ${format(least)}–${format(most)}${unit}`;
}
