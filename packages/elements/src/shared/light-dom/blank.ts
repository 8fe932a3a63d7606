/** Elements that a reader never sees, and the breaks and lines between those that a reader does. */
const SILENT = 'br, wbr, hr, meta, link, title, base, style, script, template, noscript, [type=hidden]';
/** Elements that show something without any text. */
const TELLING =
  'img, svg, math, video, audio, canvas, iframe, object, embed, input, button, select, textarea, progress, meter, details, [aria-label], [role]';
/** White space, also what does not count as such in a regular expression. */
const SPACE = /^[\s\u00ad\u200b-\u200f\u2060]*$/;

/** Shows nothing and asks nothing, such as what the text filter of a content management system puts between elements. */
export function isBlank(element: Element): boolean {
  if (element.matches(SILENT)) return true;
  if (element.matches(TELLING) || element.localName.includes('-')) return false;
  return [...element.childNodes].every((node) =>
    node instanceof Element ? isBlank(node) : !(node instanceof Text) || SPACE.test(node.data),
  );
}
