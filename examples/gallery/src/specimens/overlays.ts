/** What lies over the page: prompts in each of their places, and launchers. Each is looked at by itself. */
import { make } from '../nodes.ts';
import { choose, type Specimen } from './specimen.ts';
import type { Element } from '../states.ts';
import type { Written } from '../words.ts';

const DISPLAYS = ['corner', 'popover', 'modal', 'sheet', 'inline'];
const CORNERS = ['bottom-end', 'bottom-start', 'top-end', 'top-start'];
const SIDES = ['top', 'bottom', 'start', 'end'];
const EDGES = ['start', 'end'];
const ANCHOR = 'anchor';
const PROMPT = 'prompt';

/** Opens by itself, and each time anew. */
const AT_ONCE = {
  when: 'time(0)',
  quiet: '0',
  'rest-answered': '0',
  'rest-dismissed': '0',
  'rest-later': '0',
  endpoint: '/feedback',
};

export const OVERLAYS: readonly Specimen[] = [
  ...DISPLAYS.map((display) => prompt(display, { display })),
  ...CORNERS.map((position) => prompt(position, { position })),
  ...SIDES.map((position) => prompt(`popover-${position}`, { display: 'popover', position })),
  prompt('preview', { preview: '' }),
  prompt('explained', { explain: '' }),
  ...[...CORNERS, ...EDGES].map((position) => launcher(position, { position })),
  launcher('badge', { badge: '' }),
  launcher('hideable', { hideable: '' }),
];

function prompt(name: string, attributes: Record<string, string>): Specimen {
  return {
    tag: 'heed-prompt',
    name: `heed-prompt-${name}`,
    title: `heed-prompt, ${name}`,
    isAlone: true,
    attributes: { name, display: 'corner', anchor: `#${ANCHOR}`, ...AT_ONCE, ...attributes },
    before: write,
    content: ({ followUp }) => [make('heed-csat', { survey: 'gallery', 'follow-up': followUp })],
    subject: (element) => element.querySelector<Element>('heed-csat'),
    ready: opened,
    answer: choose(3),
  };
}

function launcher(name: string, attributes: Record<string, string>): Specimen {
  return {
    tag: 'heed-launcher',
    name: `heed-launcher-${name}`,
    title: `heed-launcher, ${name}`,
    isAlone: true,
    attributes: { for: PROMPT, ...attributes },
    before: (words) => [
      ...write(words),
      make('heed-prompt', { id: PROMPT, name: PROMPT }, make('heed-csat', { survey: 'gallery' })),
    ],
    answer: () => {},
    states: ['empty'],
  };
}

/** What a visitor reads when it comes. */
function write({ statements, comment, ending }: Written): Node[] {
  const paragraph = (): Node => make('p', {}, Object.values(statements).join(' '), ' ', comment);
  return [paragraph(), paragraph(), make('p', {}, make('b', { id: ANCHOR }, ending)), paragraph()];
}

async function opened(prompt: Element): Promise<void> {
  while (!prompt.open) await new Promise(requestAnimationFrame);
}
