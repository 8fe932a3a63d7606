/**
 * Warns a developer about an endpoint that does not work. Loaded with the first failed attempt of a page. It owns the
 * texts, and never rejects: a warning must not break a page.
 */
import { warningOf } from './causes.ts';
import { situationOf, type Facts } from './facts.ts';
import { findCause } from './find-cause.ts';

/** One warning for each cause and endpoint in a page's life, whichever client meets it. */
const said = new Set<string>();

/** The members of {@link Facts} in a list, since their names would cost every page bytes. */
export async function explain(
  settings: Facts['settings'],
  reason: string,
  asked: Facts['asked'],
  response: Facts['response'],
  stop: AbortSignal,
): Promise<void> {
  // The client has given it up.
  if (stop.aborted) return;
  try {
    const facts = { settings, reason, asked, response };
    const situation = situationOf(facts);
    const cause = await findCause(facts, situation);
    const key = `${cause} ${situation.address}`;
    if (said.has(key)) return;
    said.add(key);
    // oxlint-disable-next-line no-console -- the console is where a developer looks
    console.warn(warningOf(cause, situation));
  } catch {
    // An environment that lacks a part of the platform.
  }
}
