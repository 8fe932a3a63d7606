/** What a stand-in is: a local server that behaves as the public documentation of a target says. */

export interface StandIn {
  /** Answers as the target does, preflights too. The path begins where the target's own path begins. */
  fetch(request: Request): Response | Promise<Response>;
  /** How the target answers when it cannot take a record just then. */
  failure(request: Request): Response | Promise<Response>;
  /** What the target holds by now, as its owner would see it: plain data, oldest first. */
  held(): unknown[] | Promise<unknown[]>;
}

/** Where a stand-in stands. */
export interface Place {
  /** The origin of the page under test. */
  pageOrigin: string;
  /** An address of the same stand-in under another origin than the one the page posts to. */
  otherBase: string;
  /** The folder of the recipes: some of their files run on the server, and so in the stand-in. */
  recipes: string;
}

/** Opens a target of its own for one test. */
export type Target = (place: Place) => StandIn | Promise<StandIn>;

/** Lets pages of every origin read the reply. */
export const ANY_ORIGIN = { 'access-control-allow-origin': '*' };

/** The value of a JSON text; undefined when it is none. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The media type without its parameters, in lower case; empty when there is none. */
export function typeOf(request: Request): string {
  return request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
}
