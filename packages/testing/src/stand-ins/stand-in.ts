/** The interface of a stand-in: a local server that behaves like the public documentation of a third-party endpoint. */

export interface StandIn {
  /** Responds like the target, also to preflights. The path is the path at the target. */
  fetch(request: Request): Response | Promise<Response>;
  /** Responds like the target during a temporary failure. */
  failure(request: Request): Response | Promise<Response>;
  /** Returns everything that the target has stored, oldest first. */
  stored(): unknown[] | Promise<unknown[]>;
}

/** The addresses that a stand-in depends on. */
export interface StandInContext {
  /** The origin of the page under test. */
  pageOrigin: string;
  /** A URL of the same stand-in with a different origin from the URL that the page posts to. */
  otherBase: string;
  /** The folder of the recipes. Some of their files run on a server, and therefore in the stand-in. */
  recipes: string;
}

/** Creates a separate stand-in for a test. */
export type Target = (context: StandInContext) => StandIn | Promise<StandIn>;

/** Headers that let pages of every origin read the reply. */
export const ANY_ORIGIN = { 'access-control-allow-origin': '*' };

/** Parses JSON. Returns `undefined` if the text is invalid. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Returns the media type in lower case, without parameters. Empty without the header. */
export function readMediaType(request: Request): string {
  return request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
}
