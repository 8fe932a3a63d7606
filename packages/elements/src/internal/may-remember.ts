/**
 * May anything about the visitor be kept on the device, besides an answer that waits to be sent? Not while the page
 * says `<meta name="heed-consent" content="required">`; a page that has been given consent changes that to `given`.
 */
export function mayRemember(): boolean {
  return document.querySelector<HTMLMetaElement>('meta[name="heed-consent"]')?.content !== 'required';
}

/**
 * Calls back when the page changes that.
 *
 * @returns what ends it
 */
export function watchConsent(changed: (mayKeep: boolean) => void): () => void {
  let before = mayRemember();
  const observer = new MutationObserver(() => {
    const now = mayRemember();
    if (now === before) return;
    before = now;
    changed(now);
  });
  observer.observe(document.head, {
    attributeFilter: ['content', 'name'],
    childList: true,
    subtree: true,
  });
  return () => observer.disconnect();
}
