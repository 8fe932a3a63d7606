/** Finds text that does not fit: text that is cut off, outside its element, over other text, or outside the page. */

/** Allows for rounding and for letters that extend beyond their box, such as an italic f. */
const TOLERANCE_PX = 1.5;
/** The line box is higher than its letters, so text does not overlap if only these margins do. A share of the height. */
const LINE_MARGIN = 0.25;

interface RenderedText {
  text: string;
  parent: Element;
  boxes: DOMRect[];
}

/** Returns a message for each text or control that does not fit. */
export function findMisfits(element: Element): string[] {
  const texts = findTexts(element).filter(
    ({ boxes, parent }) => boxes.length > 0 && !isVisuallyHidden(parent) && !isTruncated(parent),
  );
  return [
    ...findHorizontalScroll(),
    ...texts.flatMap((text) => findClipped(text, element)),
    ...findOverlaps(texts),
    ...findControls(element).flatMap(findPaddingViolations),
  ];
}

/** Returns the rendered texts in an element, including its shadow roots. */
function findTexts(root: Node): RenderedText[] {
  const children = root instanceof Element && root.shadowRoot ? root.shadowRoot.childNodes : root.childNodes;
  const assigned = root instanceof HTMLSlotElement ? root.assignedNodes() : [];
  return [...(assigned.length > 0 ? assigned : children)].flatMap((node) => {
    if (!(node instanceof Text)) return findTexts(node);
    const parent = node.parentElement ?? (node.getRootNode() as ShadowRoot).host;
    return node.data.trim() ? [{ text: node.data.trim(), parent, boxes: measureLines(node) }] : [];
  });
}

/** Returns a box for each line. */
function measureLines(node: Node): DOMRect[] {
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
}

function findHorizontalScroll(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth ? [`the page is ${scrollWidth}px wide, the window ${clientWidth}px`] : [];
}

/** Returns the element, and the ancestors that hide or scroll their overflow, if the text extends beyond them. */
function findClipped({ text, parent, boxes }: RenderedText, element: Element): string[] {
  const frames = [element, ...listAncestors(parent, element).filter(hidesOverflow)];
  return frames
    .filter((frame) => boxes.some((box) => !isWithin(box, frame.getBoundingClientRect())))
    .map((frame) => `"${text}" extends beyond ${describe(frame)}`);
}

/** Returns the buttons and fields in an element, including its shadow roots. Stars may extend beyond the padding. */
function findControls(root: Element): Element[] {
  return [...(root.shadowRoot ?? root).querySelectorAll('*')].flatMap((element) => [
    ...(element.matches('button, [part=input]') && !isVisuallyHidden(element) ? [element] : []),
    ...(element.shadowRoot ? findControls(element) : []),
  ]);
}

/** Returns the cards whose padding a control overlaps. */
function findPaddingViolations(control: Element): string[] {
  const { left, right, width } = control.getBoundingClientRect();
  return listAncestors(control)
    .filter((element) => element.getAttribute('part') === 'base')
    .filter((base) => {
      const { paddingLeft, paddingRight } = getComputedStyle(base);
      const outer = base.getBoundingClientRect();
      const isWithin =
        left >= outer.left + parseFloat(paddingLeft) - TOLERANCE_PX &&
        right <= outer.right - parseFloat(paddingRight) + TOLERANCE_PX;
      return width > 0 && !isWithin;
    })
    .map((base) => `${describe(control)} overlaps the padding of ${describe(base)}`);
}

function findOverlaps(texts: readonly RenderedText[]): string[] {
  return texts.flatMap((text, index) =>
    texts
      .slice(index + 1)
      .filter((other) => text.boxes.some((box) => other.boxes.some((otherBox) => doOverlap(box, otherBox))))
      .map((other) => `"${text.text}" overlaps "${other.text}"`),
  );
}

function doOverlap(one: DOMRect, other: DOMRect): boolean {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return width > TOLERANCE_PX && height > LINE_MARGIN * (one.height + other.height);
}

function isWithin(box: DOMRect, frame: DOMRect): boolean {
  const margin = LINE_MARGIN * box.height;
  return (
    box.left >= frame.left - TOLERANCE_PX &&
    box.right <= frame.right + TOLERANCE_PX &&
    box.top + margin >= frame.top &&
    box.bottom - margin <= frame.bottom
  );
}

function hidesOverflow(element: Element): boolean {
  return /hidden|clip|auto|scroll/.test(getComputedStyle(element).overflow);
}

/** Returns whether text is only for screen readers, and invisible on the page. */
function isVisuallyHidden(parent: Element): boolean {
  return listAncestors(parent).some((element) => {
    const { clipPath, opacity, visibility } = getComputedStyle(element);
    return clipPath !== 'none' || opacity === '0' || visibility === 'hidden';
  });
}

/** Returns whether long text, such as a file name, is truncated with an ellipsis. */
function isTruncated(parent: Element): boolean {
  return getComputedStyle(parent).textOverflow === 'ellipsis';
}

/** Returns an element and its ancestors, through shadow roots, up to but excluding `end`. */
function listAncestors(element: Element, end?: Element): Element[] {
  const parent = element.assignedSlot ?? element.parentElement ?? findHost(element);
  return element === end ? [] : [element, ...(parent ? listAncestors(parent, end) : [])];
}

function findHost(element: Element): Element | undefined {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}

function describe(element: Element): string {
  const part = element.getAttribute('part');
  return `<${element.localName}${part ? ` part="${part}"` : ''}>`;
}
