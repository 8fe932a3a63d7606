/** What the doc blocks of the elements say, read from the custom-elements manifest that is made of them. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readValues } from './values.ts';

/** Anything that has a name and a sentence about it. */
export interface Named {
  name: string;
  description: string;
}

export interface Property extends Named {
  type: string;
}

export interface Attribute extends Property {
  /** The words that it takes, where those are fixed; empty where they are not. */
  values: string[];
  /** The property with the attribute's name, or else the property that the attribute sets. */
  property: Property;
}

export interface ElementData {
  tag: string;
  className: string;
  /** The class's module, relative to `src`. */
  module: string;
  description: string;
  attributes: Attribute[];
  /** Properties that a page may set and that no attribute stands for. */
  properties: Property[];
  /** Properties that an attribute of another name stands for, such as `callBack`. */
  renamed: Property[];
  events: Property[];
  slots: Named[];
  parts: Named[];
  cssProperties: Named[];
}

interface RawNamed {
  name: string;
  description?: string;
  type?: { text: string };
}

interface RawAttribute extends RawNamed {
  fieldName?: string;
  /** The base class that declares it, and its types. */
  inheritedFrom?: { module?: string };
}

interface RawMember extends RawNamed {
  kind: 'field' | 'method';
  privacy?: string;
  static?: boolean;
  readonly?: boolean;
  attribute?: string;
}

interface RawDeclaration {
  name: string;
  tagName?: string;
  description?: string;
  members?: RawMember[];
  attributes?: RawAttribute[];
  events?: RawNamed[];
  slots?: RawNamed[];
  cssParts?: RawNamed[];
  cssProperties?: RawNamed[];
}

/** Every element of a manifest, sorted by tag. */
export function readElements(file: string): ElementData[] {
  const { modules } = JSON.parse(readFileSync(file, 'utf8')) as {
    modules: { path: string; declarations?: RawDeclaration[] }[];
  };
  const elements = modules.flatMap(({ path, declarations = [] }) =>
    declarations
      .filter(({ tagName }) => tagName)
      .map((declaration) => toElement(declaration, path, dirname(file))),
  );
  return elements.toSorted((a, b) => a.tag.localeCompare(b.tag));
}

function toElement(raw: RawDeclaration, path: string, folder: string): ElementData {
  const settable = (raw.members ?? []).filter(isSettable).map(toProperty);
  const attributes = (raw.attributes ?? []).map((attribute) =>
    toAttribute(attribute, settable, readSource(folder, attribute.inheritedFrom?.module ?? path)),
  );
  const names = new Set(raw.attributes?.map(({ name }) => name));
  const behind = new Set(raw.attributes?.map(({ fieldName }) => fieldName));
  const others = settable.filter(({ name }) => !names.has(name));
  return {
    tag: raw.tagName ?? '',
    className: raw.name,
    module: path.replace(/^src\//, ''),
    description: raw.description ?? '',
    attributes,
    properties: others.filter(({ name }) => !behind.has(name)),
    renamed: others.filter(({ name }) => behind.has(name)),
    events: (raw.events ?? []).map(toProperty),
    slots: (raw.slots ?? []).map(toNamed),
    parts: (raw.cssParts ?? []).map(toNamed),
    cssProperties: (raw.cssProperties ?? []).map(toNamed),
  };
}

function readSource(folder: string, path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

/** The attribute `value` sets the initial value, `defaultValue`; the property `value` is the current value. */
function toAttribute(raw: RawAttribute, settable: Property[], source: string): Attribute {
  const named = (name: string | undefined): Property | undefined =>
    settable.find((property) => property.name === name);
  const attribute = toProperty(raw);
  return {
    ...attribute,
    values: readValues(attribute.type, source),
    property: named(raw.name) ?? named(raw.fieldName) ?? attribute,
  };
}

function isSettable({ kind, name, description, privacy = 'public', ...member }: RawMember): boolean {
  const isOpen = privacy === 'public' && !member.static && !member.readonly && !name.startsWith('#');
  return kind === 'field' && isOpen && !!description;
}

function toProperty(raw: RawNamed): Property {
  return { ...toNamed(raw), type: raw.type?.text ?? 'unknown' };
}

function toNamed({ name, description = '' }: RawNamed): Named {
  return { name, description };
}
