const files: Record<string, Promise<unknown> | undefined> = {};
const failures: Record<string, number> = {};

/**
 * Imports a file beside this one, once. After a failure the next call asks for it at another address, because a browser may
 * keep a failed import as long as the page lives: Firefox does so in any case, as the HTML standard says
 * (https://html.spec.whatwg.org/multipage/webappapis.html#fetch-a-single-module-script), and every engine does when the
 * file arrived and threw.
 *
 * In the builds for a page without a bundler every import of another file comes here, see `vite.config.ts`.
 */
export function loadFile(name: string): Promise<unknown> {
  const count = failures[name] ?? 0;
  return (files[name] ??= import(/* @vite-ignore */ count ? `${name}?retry=${count}` : name).catch(
    (error: unknown) => {
      failures[name] = count + 1;
      files[name] = undefined;
      throw error;
    },
  ));
}
