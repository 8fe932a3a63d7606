/** A page that a server has rendered. */
export async function pageOf(name: string): Promise<string> {
  const pages = (await (await fetch('/packages/frameworks/dist/pages.json')).json()) as Record<
    string,
    string
  >;
  const page = pages[name];
  if (!page) throw new Error(`No server has rendered "${name}".`);
  return page;
}
