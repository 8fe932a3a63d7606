/** The script of a page that a server has drawn. It waits to be called, so that a test sees the page before. */
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';

declare global {
  var hydrate: () => Promise<void>;
}

globalThis.hydrate = async () => {
  const { loadLanguage } = await import('@heed/elements');
  await loadLanguage('de');
  await import('./elements.ts');
  const elements = [...document.querySelectorAll(':defined')] as (Element & {
    updateComplete?: Promise<unknown>;
  })[];
  await Promise.all(elements.map(({ updateComplete }) => updateComplete));
};
