/** Finds text that a page does not show whole: cut off, outside of its element, over other text, or beside the page. */

/** Rounding, and the overhang of letters such as an italic f. */
const TOLERANCE_PX = 1.5;
/** A line's box is higher than its letters: where only these margins of two boxes touch, nothing overlaps. */
const LINE_MARGIN = 0.25;

interface ShownText {
  words: string;
  holder: Element;
  boxes: DOMRect[];
}

/** Everything that does not fit, in words; empty when all does. */
export function findMisfits(element: Element): string[] {
  const texts = findTexts(element).filter(
    ({ boxes, holder }) => boxes.length > 0 && !isForEarsOnly(holder) && !isShortened(holder),
  );
  return [
    ...findSidewaysScroll(),
    ...texts.flatMap((text) => findCut(text, element)),
    ...findOverlaps(texts),
    ...findControls(element).flatMap(findInPadding),
  ];
}

/** The texts that are rendered below an element, in and outside of shadow roots. */
function findTexts(root: Node): ShownText[] {
  const children = root instanceof Element && root.shadowRoot ? root.shadowRoot.childNodes : root.childNodes;
  const assigned = root instanceof HTMLSlotElement ? root.assignedNodes() : [];
  return [...(assigned.length > 0 ? assigned : children)].flatMap((node) => {
    if (!(node instanceof Text)) return findTexts(node);
    const holder = node.parentElement ?? (node.getRootNode() as ShadowRoot).host;
    return node.data.trim() ? [{ words: node.data.trim(), holder, boxes: measure(node) }] : [];
  });
}

/** A box for each line. */
function measure(node: Node): DOMRect[] {
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
}

function findSidewaysScroll(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth ? [`the page is ${scrollWidth}px wide, ${clientWidth}px are there`] : [];
}

/** Not within the element, or not within something on the way that hides or scrolls what is outside of it. */
function findCut({ words, holder, boxes }: ShownText, element: Element): string[] {
  const frames = [element, ...ancestors(holder, element).filter(isFrame)];
  return frames
    .filter((frame) => boxes.some((box) => !isWithin(box, frame.getBoundingClientRect())))
    .map((frame) => `"${words}" sticks out of ${name(frame)}`);
}

/** Buttons and fields below an element, in and outside of shadow roots. Stars stand out a little, for the eye. */
function findControls(root: Element): Element[] {
  return [...(root.shadowRoot ?? root).querySelectorAll('*')].flatMap((element) => [
    ...(element.matches('button, [part=input]') && !isForEarsOnly(element) ? [element] : []),
    ...(element.shadowRoot ? findControls(element) : []),
  ]);
}

/** A card keeps its padding. */
function findInPadding(control: Element): string[] {
  const { left, right, width } = control.getBoundingClientRect();
  return ancestors(control)
    .filter((element) => element.getAttribute('part') === 'base')
    .filter((base) => {
      const { paddingLeft, paddingRight } = getComputedStyle(base);
      const outer = base.getBoundingClientRect();
      const isWithin =
        left >= outer.left + parseFloat(paddingLeft) - TOLERANCE_PX &&
        right <= outer.right - parseFloat(paddingRight) + TOLERANCE_PX;
      return width > 0 && !isWithin;
    })
    .map((base) => `${name(control)} reaches into the padding of ${name(base)}`);
}

function findOverlaps(texts: readonly ShownText[]): string[] {
  return texts.flatMap((text, index) =>
    texts
      .slice(index + 1)
      .filter((other) => text.boxes.some((box) => other.boxes.some((otherBox) => doOverlap(box, otherBox))))
      .map((other) => `"${text.words}" overlaps "${other.words}"`),
  );
}

function doOverlap(one: DOMRect, other: DOMRect): boolean {
  const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return wide > TOLERANCE_PX && high > LINE_MARGIN * (one.height + other.height);
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

function isFrame(element: Element): boolean {
  return /hidden|clip|auto|scroll/.test(getComputedStyle(element).overflow);
}

/** Text for screen readers, which takes no room that a visitor sees. */
function isForEarsOnly(holder: Element): boolean {
  return ancestors(holder).some((element) => {
    const { clipPath, opacity, visibility } = getComputedStyle(element);
    return clipPath !== 'none' || opacity === '0' || visibility === 'hidden';
  });
}

/** The name of a file may be longer than any room: three dots say so. */
function isShortened(holder: Element): boolean {
  return getComputedStyle(holder).textOverflow === 'ellipsis';
}

/** An element and what is around it, through shadow roots, up to but without `end`. */
function ancestors(element: Element, end?: Element): Element[] {
  const around = element.assignedSlot ?? element.parentElement ?? hostOf(element);
  return element === end ? [] : [element, ...(around ? ancestors(around, end) : [])];
}

function hostOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}

function name(element: Element): string {
  const part = element.getAttribute('part');
  return `<${element.localName}${part ? ` part="${part}"` : ''}>`;
}
