/** What CSS `zoom` does to lengths. The styles of a zoomed element count in its own pixels, which are larger or smaller. */
import { lineage } from './lineage.ts';

type Zoomed = Element & { readonly currentCSSZoom?: number };

/** Own pixels of an element times this are pixels of the window. */
export function zoomOf(element: Zoomed): number {
  if (element.currentCSSZoom !== undefined) return element.currentCSSZoom;
  let zoom = 1;
  for (const each of lineage(element)) zoom *= ownZoom(each);
  return zoom;
}

/** The box of an element in pixels of the window. */
export function boxOf(element: Zoomed): DOMRect {
  const box = element.getBoundingClientRect();
  // WebKit measures a zoomed element in its own pixels: https://bugs.webkit.org/show_bug.cgi?id=275949
  const zoom = element.currentCSSZoom === undefined ? zoomOf(element) : 1;
  return zoom === 1 ? box : new DOMRect(box.x * zoom, box.y * zoom, box.width * zoom, box.height * zoom);
}

function ownZoom(element: Element): number {
  return Number(getComputedStyle(element).zoom) || 1;
}
