/** Web types for JetBrains editors: https://github.com/JetBrains/web-types. */
import type { Attribute, ElementData, Named, Property } from './manifest.ts';

export function toWebTypes(elements: ElementData[], library: { name: string; version: string }): object {
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    ...library,
    'js-types-syntax': 'typescript',
    'description-markup': 'markdown',
    contributions: { html: { elements: elements.map(toWebType) } },
  };
}

function toWebType(element: ElementData): object {
  return {
    ...toNamed({ name: element.tag, description: element.description }),
    attributes: element.attributes.map(toWebAttribute),
    slots: element.slots.map(toNamed),
    js: {
      properties: toProperties(element),
      events: element.events.map(toNamed),
    },
    css: {
      properties: element.cssProperties.map(toNamed),
      parts: element.parts.map(toNamed),
    },
  };
}

function toWebAttribute(attribute: Attribute): object {
  const { type, values } = attribute;
  const kind = type === 'boolean' ? 'no-value' : 'plain';
  return { ...toNamed(attribute), value: { kind, type: toUnion(values) ?? type } };
}

function toProperties({ attributes, properties, renamed }: ElementData): Property[] {
  const behind = attributes.map(({ property, values }) => ({
    ...property,
    type: toUnion(values) ?? property.type,
  }));
  const unseen = renamed.filter(({ name }) => !behind.some((property) => property.name === name));
  return [...behind, ...unseen, ...properties];
}

/** Returns the values as a union, because editors do not resolve the name of a type. */
function toUnion(values: string[]): string | undefined {
  return values.length > 0 ? values.map((value) => `'${value}'`).join(' | ') : undefined;
}

function toNamed({ name, description }: Named): Named {
  return { name, description };
}
