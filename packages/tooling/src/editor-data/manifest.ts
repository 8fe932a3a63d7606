/** Reads the documentation of the elements from the custom elements manifest. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readValues } from './values.ts';

/** A member with its name and description. */
export interface Named {
  name: string;
  description: string;
}

export interface Property extends Named {
  type: string;
}

export interface Attribute extends Property {
  /** The values that it accepts. Empty if any value is valid. */
  values: string[];
  /** The property with the name of the attribute, or else the property that the attribute sets. */
  property: Property;
}

export interface ElementData {
  tag: string;
  className: string;
  /** The class's module, relative to `src`. */
  module: string;
  description: string;
  attributes: Attribute[];
  /** Properties that a page may set and that have no attribute. */
  properties: Property[];
  /** Properties whose attribute has a different name, such as `callBack`. */
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

/** Returns every element of a manifest, sorted by tag. */
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
