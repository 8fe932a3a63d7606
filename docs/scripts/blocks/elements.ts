/** Renders the API tables of an element from the custom elements manifest. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../pages.ts';
import { code, renderTable } from './table.ts';

interface Named {
  name: string;
  description?: string;
}
interface Typed extends Named {
  type?: { text: string };
  default?: string;
}
interface Member extends Typed {
  kind: 'field' | 'method';
  privacy?: string;
  static?: boolean;
  readonly?: boolean;
  attribute?: string;
  parameters?: Typed[];
  return?: { type?: { text: string } };
}
interface Declaration {
  tagName?: string;
  members?: Member[];
  attributes?: (Typed & { fieldName?: string })[];
  slots?: Named[];
  events?: Typed[];
  cssParts?: Named[];
  cssProperties?: Typed[];
  cssStates?: Named[];
}

const MANIFEST = join(root, 'packages/elements/custom-elements.json');

function readDeclarations(): Declaration[] {
  const { modules } = JSON.parse(readFileSync(MANIFEST, 'utf8')) as {
    modules: { declarations?: Declaration[] }[];
  };
  return modules.flatMap(({ declarations = [] }) => declarations);
}

/** Returns the tags of all elements, sorted. */
export function listTags(): string[] {
  return readDeclarations()
    .flatMap(({ tagName = [] }) => tagName)
    .toSorted();
}

export function readElement(tag: string): Declaration {
  const found = readDeclarations().find(({ tagName }) => tagName === tag);
  if (!found)
    throw new Error(`custom-elements.json has no <${tag}>. Run "pnpm --filter @heed/elements run manifest".`);
  return found;
}

export function renderElement(tag: string): string {
  const element = readElement(tag);
  return [
    section('Attributes and properties', renderProperties(element)),
    section('Methods', renderMethods(element)),
    section('Slots', renderNamed('Slot', element.slots, '(default)')),
    section('Events', renderEvents(element)),
    section('Parts', renderNamed('Part', element.cssParts)),
    section('Custom properties', renderCustomProperties(element)),
    section('States', renderNamed('State', element.cssStates)),
  ].join('');
}

function section(title: string, table: string): string {
  return table === '' ? '' : `### ${title}\n\n${table}\n\n`;
}

function isPublic({ name, privacy, static: isStatic }: Member): boolean {
  return privacy !== 'private' && privacy !== 'protected' && !isStatic && !/^[#_]|Callback$/.test(name);
}

function renderProperties({ members = [] }: Declaration): string {
  const fields = members.filter(
    (member) => member.kind === 'field' && isPublic(member) && member.description,
  );
  const rows = fields.map((field) => [
    code(field.attribute ?? ''),
    `${code(field.name)}${field.readonly ? ' (read-only)' : ''}`,
    code(field.type?.text ?? ''),
    field.description ?? '',
  ]);
  return renderTable(['Attribute', 'Property', 'Type', 'Meaning'], rows);
}

function renderMethods({ members = [] }: Declaration): string {
  const methods = members.filter(
    (member) => member.kind === 'method' && isPublic(member) && member.description,
  );
  const rows = methods.map((method) => [
    code(`${method.name}(${listParameters(method)})`),
    method.description ?? '',
  ]);
  return renderTable(['Method', 'Meaning'], rows);
}

function listParameters({ parameters = [] }: Member): string {
  return parameters.map(({ name, type }) => (type ? `${name}: ${type.text}` : name)).join(', ');
}

function renderEvents({ events = [] }: Declaration): string {
  const rows = events.map(({ name, type, description = '' }) => [
    code(name),
    code(type?.text ?? ''),
    description,
  ]);
  return renderTable(['Event', 'Type', 'When'], rows);
}

function renderCustomProperties({ cssProperties = [] }: Declaration): string {
  const rows = cssProperties.map((property) => [
    code(property.name),
    code(property.default ?? ''),
    property.description ?? '',
  ]);
  return renderTable(['Property', 'Default', 'Meaning'], rows);
}

function renderNamed(title: string, list: Named[] = [], unnamed = ''): string {
  const rows = list.map(({ name, description = '' }) => [name === '' ? unnamed : code(name), description]);
  return renderTable([title, 'Meaning'], rows);
}
