/** The words that were really asked: those of the page's own slot come before those of the element. */
export function askedQuestion(host: Element, usual: string): string {
  return host.querySelector('[slot=question]')?.textContent?.trim() || usual;
}
