const files: Record<string, Promise<unknown> | undefined> = {};
const failures: Record<string, number> = {};

/**
 * Imports a file beside this one, once. After a failure the next call requests it at another address, because a browser may
 * keep a failed import for the life of the page: Firefox always does, following the HTML standard
 * (https://html.spec.whatwg.org/multipage/webappapis.html#fetch-a-single-module-script), and every engine does when the
 * file arrived and threw.
 *
 * In the builds for a page without a bundler every import of another file comes here, see `vite.config.ts`.
 */
export function load(name: string): Promise<unknown> {
  const count = failures[name] ?? 0;
  const address = count ? `${name}?retry=${count}` : name;
  return (files[name] ??= import(/* @vite-ignore */ address).catch((error: unknown) => {
    failures[name] = count + 1;
    files[name] = undefined;
    throw error;
  }));
}
