import 'axe-core';
import type { AxeResults, RunOptions } from 'axe-core';

declare global {
  interface Window {
    axe: { run(context: Element, options: RunOptions): Promise<AxeResults> };
  }
}

/**
 * Returns the violations that axe finds in an element, one line each. Waits for animations to end, because text that is
 * fading in has too little contrast.
 */
export async function findAxeViolations(element: Element): Promise<string[]> {
  await Promise.all((element.shadowRoot?.getAnimations() ?? []).map(({ finished }) => finished));
  const { violations } = await window.axe.run(element, { resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.flat().join(' > ')}: ${node.failureSummary ?? ''}`),
  );
}
