import { isServer } from '../environment/is-server.ts';
import { warnOnce } from '../base/warn.ts';

const HEADINGS = ':is(h1, h2, h3, h4, h5, h6, [role=heading])';

/** An element with a heading. */
export interface Headed extends HTMLElement {
  headingLevel: number | null | undefined;
}

/** Returns the level of the heading in the slot `question`; `undefined` if the slot contains a heading of the page. */
export function ownLevelOf(host: Headed): number | undefined {
  return hasOwnHeading(host) ? undefined : levelOf(host);
}

/** Returns the level of the heading: `heading-level`, or 2. */
export function levelOf(host: Headed): number {
  const level = Number(host.headingLevel ?? 2);
  if (level >= 1 && level <= 6 && Number.isInteger(level)) return level;
  warnOnce(
    host,
    'HEED_MAX',
    `heading-level must be a whole number from 1 to 6, got ${host.headingLevel}. 2 is used`,
  );
  return 2;
}

/** Returns whether the slot `question` contains a heading of the page. */
function hasOwnHeading(host: HTMLElement): boolean {
  if (isServer) return false;
  return !!host.querySelector(`:scope > [slot=question]${HEADINGS}, :scope > [slot=question] ${HEADINGS}`);
}
