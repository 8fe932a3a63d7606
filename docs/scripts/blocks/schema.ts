/** Tables of the record, from the published JSON Schema and the kinds of answers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../pages.ts';
import { code, renderTable } from './table.ts';

interface Schema {
  type?: string | string[];
  const?: unknown;
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

const schema = JSON.parse(
  readFileSync(join(root, 'packages/core/schema/response.v1.json'), 'utf8'),
) as Schema;

export function renderRecord(): string {
  return renderMembers(schema);
}

export function renderAnswer(): string {
  return renderMembers(schema.$defs?.['answer'] ?? {});
}

export function renderRespondent(): string {
  return renderMembers(schema.properties?.['respondent'] ?? {});
}

/** One row for each kind whose value the schema checks. */
export function renderKinds(): string {
  const kinds = Object.entries(schema.$defs ?? {}).filter(([, definition]) => definition.then);
  const rows = kinds.map(([kind, { then }]) => [code(kind), describe(then?.properties?.['value'] ?? {})]);
  return renderTable(['Kind', 'Value'], rows);
}

function renderMembers({ properties = {}, required = [] }: Schema): string {
  const rows = Object.entries(properties).map(([name, member]) => [
    code(name),
    required.includes(name) ? 'yes' : '',
    describe(member),
    member.description ?? resolve(member).description ?? '',
  ]);
  return renderTable(['Member', 'Needed', 'Type', 'Meaning'], rows);
}

function resolve(part: Schema): Schema {
  const name = part.$ref?.split('/').at(-1);
  return name === undefined ? part : (schema.$defs?.[name] ?? {});
}

const NOUNS: Record<string, [one: string, many: string]> = {
  string: ['text', 'texts'],
  number: ['number', 'numbers'],
  integer: ['whole number', 'whole numbers'],
  boolean: ['true or false', 'true or false'],
  null: ['null', 'null'],
  object: ['object', 'objects'],
};

function describe(reference: Schema, count: 0 | 1 = 0): string {
  const part = resolve(reference);
  if (part.const !== undefined) return `the number ${JSON.stringify(part.const)}`;
  const parts = part.anyOf ?? [part.type ?? []].flat().map((type) => ({ ...part, type }));
  return parts.map((each) => (part.anyOf ? describe(each) : describeType(each, count))).join(', ');
}

function describeType(part: Schema, count: 0 | 1): string {
  const { type, items = {}, additionalProperties } = part;
  if (type === 'array') return `list of ${describe(items, 1)}${range(part.minItems, part.maxItems, '')}`;
  if (type === 'object' && additionalProperties) {
    return `object of ${describe(additionalProperties, 1)}${range(undefined, part.maxProperties, ' members')}`;
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
