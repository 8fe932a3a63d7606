/** Converts lengths between a zoomed element and the window: styles of an element with CSS `zoom` use its own pixels. */
import { listAncestors } from './composed-tree.ts';

type Zoomed = Element & { readonly currentCSSZoom?: number };

/** Returns the number of window pixels per pixel of the element. */
export function getZoom(element: Zoomed): number {
  if (element.currentCSSZoom !== undefined) return element.currentCSSZoom;
  let zoom = 1;
  for (const ancestor of listAncestors(element)) zoom *= getOwnZoom(ancestor);
  return zoom;
}

/** Returns the bounding box of an element in window pixels. */
export function measureBox(element: Zoomed): DOMRect {
  const box = element.getBoundingClientRect();
  // WebKit measures a zoomed element in its own pixels: https://bugs.webkit.org/show_bug.cgi?id=275949
  const zoom = element.currentCSSZoom === undefined ? getZoom(element) : 1;
  return zoom === 1 ? box : new DOMRect(box.x * zoom, box.y * zoom, box.width * zoom, box.height * zoom);
}

function getOwnZoom(element: Element): number {
  return Number(getComputedStyle(element).zoom) || 1;
}
