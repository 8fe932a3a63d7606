/**
 * Warns a developer about an endpoint that does not work. Loaded after the first failed attempt of a page. Never rejects:
 * a warning must not break a page.
 */
import { warningOf } from './causes.ts';
import { findCause } from './find-cause.ts';
import { describeSituation, type ExplainedSettings, type FailedPost } from './situation.ts';

/** One warning for each cause and endpoint in the life of a page, regardless of the client. */
const reported = new Set<string>();

/** The members of a {@link FailedPost} are positional: their names would add bytes to every page. */
export async function explain(
  settings: ExplainedSettings,
  reason: string,
  call: FailedPost['call'],
  response: FailedPost['response'],
  stop: AbortSignal,
): Promise<void> {
  // The client gave up the attempt.
  if (stop.aborted) return;
  try {
    const post = { reason, call, response };
    const situation = describeSituation(settings, post);
    const cause = await findCause(settings, post, situation);
    const key = `${cause} ${situation.address}`;
    if (reported.has(key)) return;
    reported.add(key);
    // oxlint-disable-next-line no-console -- the console is where a developer looks
    console.warn(warningOf(cause, situation));
  } catch {
    // An environment that lacks a part of the platform.
  }
}
