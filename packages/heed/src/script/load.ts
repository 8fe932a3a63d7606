const files: Record<string, Promise<unknown> | undefined> = {};
const failures: Record<string, number> = {};

/**
 * Imports a file from the folder of this file, once. After a failure, the next call requests it under another URL,
 * because a browser may cache a failed import for the life of the page: Firefox always does, following the HTML
 * standard (https://html.spec.whatwg.org/multipage/webappapis.html#fetch-a-single-module-script), and every engine does
 * if the file was loaded and threw.
 *
 * The builds for pages without a bundler use it for every import of another file, see `vite.config.ts`.
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
