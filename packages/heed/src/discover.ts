/**
 * Calls `found` once for each matching element below `root`, also for elements that are added later.
 *
 * @returns a function that stops it
 */
export function discover(
  root: ParentNode & Node,
  selector: string,
  found: (element: Element) => void,
): () => void {
  const seen = new WeakSet<Element>();
  const visit = (element: Element): void => {
    if (seen.has(element)) return;
    seen.add(element);
    found(element);
  };
  const observer = new MutationObserver((records) => {
    for (const node of records.flatMap((record) => [...record.addedNodes])) {
      if (!(node instanceof Element)) continue;
      if (node.matches(selector)) visit(node);
      node.querySelectorAll(selector).forEach(visit);
    }
  });
  observer.observe(root, { childList: true, subtree: true });
  root.querySelectorAll(selector).forEach(visit);
  return () => observer.disconnect();
}
