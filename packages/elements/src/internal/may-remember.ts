/**
 * May anything about the visitor be kept on the device, besides an answer that waits to be sent? Not while the page
 * says `<meta name="heed-consent" content="required">`; a page that has been given consent changes that to `given`.
 */
export function mayRemember(): boolean {
  return document.querySelector<HTMLMetaElement>('meta[name="heed-consent"]')?.content !== 'required';
}
