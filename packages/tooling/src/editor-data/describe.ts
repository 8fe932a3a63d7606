import type { ElementData, Named } from './manifest.ts';

/** Returns the description of an element for editors: its doc block, events, slots, custom properties and parts. */
export function describe({ description, events, slots, cssProperties, parts }: ElementData): string {
  return [
    description,
    list('Events', events),
    list('Slots', slots),
    list('Custom properties', cssProperties),
    list('Parts', parts),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function list(title: string, items: Named[]): string {
  if (items.length === 0) return '';
  return [`**${title}**`, ...items.map(({ name, description }) => `- \`${name}\`: ${description}`)].join(
    '\n',
  );
}
