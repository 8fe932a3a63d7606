/** Invisible elements, and breaks and lines between visible ones. */
const SILENT = 'br, wbr, hr, meta, link, title, base, style, script, template, noscript, [type=hidden]';
/** Elements that are visible without text. */
const TELLING =
  'img, svg, math, video, audio, canvas, iframe, object, embed, input, button, select, textarea, progress, meter, details, [aria-label], [role]';
/** White space, including characters that `\s` does not match. */
const SPACE = /^[\s\u00ad\u200b-\u200f\u2060]*$/;

/**
 * Returns whether an element shows nothing, such as an empty paragraph that a content management system has
 * inserted.
 */
export function isBlank(element: Element): boolean {
  if (element.matches(SILENT)) return true;
  if (element.matches(TELLING) || element.localName.includes('-')) return false;
  return [...element.childNodes].every((node) =>
    node instanceof Element ? isBlank(node) : !(node instanceof Text) || SPACE.test(node.data),
  );
}
