/** Returns a page rendered by `renderPages()` in an example. */
export async function loadServerPage(example: string, name: string): Promise<string> {
  const response = await fetch(`/examples/${example}/dist/test/pages.json`);
  const pages = (await response.json()) as Record<string, string>;
  const page = pages[name];
  if (!page) throw new Error(`renderPages() of ${example} returned no page "${name}"`);
  return page;
}
