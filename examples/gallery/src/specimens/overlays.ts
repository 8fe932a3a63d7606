/** Elements that cover the page: prompts in every placement, and launchers. Each has a separate view. */
import { createElement } from '../create-element.ts';
import { choose, type Specimen } from './specimen.ts';
import type { Element } from '../states.ts';
import type { Texts } from '../texts.ts';

const DISPLAYS = ['corner', 'popover', 'modal', 'sheet', 'inline'];
const CORNERS = ['bottom-end', 'bottom-start', 'top-end', 'top-start'];
const SIDES = ['top', 'bottom', 'start', 'end'];
const EDGES = ['start', 'end'];
const ANCHOR = 'anchor';
const PROMPT = 'prompt';

/** Attributes of a prompt that opens immediately on every visit. */
const OPEN_IMMEDIATELY = {
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
    attributes: { name, display: 'corner', anchor: `#${ANCHOR}`, ...OPEN_IMMEDIATELY, ...attributes },
    before: createParagraphs,
    content: ({ followUp }) => [createElement('heed-csat', { survey: 'gallery', 'follow-up': followUp })],
    subject: (element) => element.querySelector<Element>('heed-csat'),
    ready: waitUntilOpen,
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
    before: (texts) => [
      ...createParagraphs(texts),
      createElement(
        'heed-prompt',
        { id: PROMPT, name: PROMPT },
        createElement('heed-csat', { survey: 'gallery' }),
      ),
    ],
    answer: () => {},
    states: ['empty'],
  };
}

/** Returns paragraphs of text below the overlay. */
function createParagraphs({ statements, comment, ending }: Texts): Node[] {
  const paragraph = (): Node => createElement('p', {}, Object.values(statements).join(' '), ' ', comment);
  return [
    paragraph(),
    paragraph(),
    createElement('p', {}, createElement('b', { id: ANCHOR }, ending)),
    paragraph(),
  ];
}

async function waitUntilOpen(prompt: Element): Promise<void> {
  while (!prompt.open) await new Promise(requestAnimationFrame);
}
