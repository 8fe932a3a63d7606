/** The script of a server-rendered page. Hydration waits for a call, so that a test can inspect the page before it. */
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
