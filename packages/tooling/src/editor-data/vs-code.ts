/** Custom data for HTML in VS Code: https://code.visualstudio.com/api/extension-guides/custom-data-extension. */
import { describe } from './describe.ts';
import type { Attribute, ElementData } from './manifest.ts';

export function toVsCode(elements: ElementData[]): object {
  return {
    version: 1.1,
    tags: elements.map((element) => ({
      name: element.tag,
      description: { kind: 'markdown', value: describe(element) },
      attributes: element.attributes.map(toVsCodeAttribute),
    })),
  };
}

function toVsCodeAttribute({ name, description, type, values }: Attribute): object {
  const markdown = { name, description: { kind: 'markdown', value: description } };
  // "v" is the predefined value set of VS Code for attributes without a value.
  if (type === 'boolean') return { ...markdown, valueSet: 'v' };
  return values.length > 0 ? { ...markdown, values: values.map((value) => ({ name: value })) } : markdown;
}
