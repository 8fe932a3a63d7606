/** Renders the module that `@heed/elements/react` and the other framework types import: an interface for each element. */
import type { ElementData, Named } from './manifest.ts';

const HEADER = '// Written by "pnpm run manifest" from the doc blocks of the elements.';
/** Types of events in the doc blocks that are not platform types, by module. */
const EVENT_TYPES = {
  'shared/submission/submit-event.ts': ['HeedSubmitEvent', 'OutcomeDetail'],
  'components/prompt/prompt.ts': ['HideReason'],
  'components/survey/survey.ts': ['StepDetail'],
};

export function renderAttributeTypes(elements: ElementData[]): string {
  const imports = [
    ...elements.map(({ className, module }) => `import type { ${className} } from '../${module}';`),
    ...Object.entries(EVENT_TYPES).map(
      ([module, names]) => `import type { ${names.join(', ')} } from '../${module}';`,
    ),
  ];
  return [HEADER, ...imports, '', ...elements.flatMap(renderElement), ...renderMap(elements), ''].join('\n');
}

function renderElement({ className, attributes, properties, renamed, events }: ElementData): string[] {
  const named = attributes.map(({ name, property }) => ({ ...property, name, field: property.name }));
  const typeOf = (field: string): string => `${className}['${field}']`;
  return [
    ...renderInterface(`${className}Attributes`, named, ({ field }) => typeOf(field)),
    ...renderInterface(`${className}Properties`, properties, ({ name }) => typeOf(name)),
    ...renderInterface(`${className}Renamed`, renamed, ({ name }) => typeOf(name)),
    ...renderInterface(`${className}Events`, events, ({ type }) => type),
  ];
}

function renderInterface<Member extends Named>(
  name: string,
  members: Member[],
  typeOf: (member: Member) => string,
): string[] {
  const lines = members.flatMap((member) => [
    `  /** ${member.description.replaceAll('*/', '*\\/')} */`,
    `  '${member.name}': ${typeOf(member)};`,
  ]);
  return [`export interface ${name} {`, ...lines, '}', ''];
}

function renderMap(elements: ElementData[]): string[] {
  const lines = elements.flatMap(({ tag, className, description }) => [
    `  /** ${description.split('\n\n')[0]?.replaceAll('\n', ' ')} */`,
    `  '${tag}': {`,
    `    element: ${className};`,
    `    attributes: ${className}Attributes;`,
    `    properties: ${className}Properties;`,
    `    renamed: ${className}Renamed;`,
    `    events: ${className}Events;`,
    '  };',
  ]);
  return ['/** Every element by its tag. */', 'export interface Elements {', ...lines, '}'];
}
