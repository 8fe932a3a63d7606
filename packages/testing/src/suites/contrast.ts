/** Returns the contrast ratio of two CSS colours according to WCAG 2.2, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Returns the first opaque background behind an element, through shadow roots. */
export function backgroundOf(element: Element): string {
  const { backgroundColor } = getComputedStyle(element);
  if (toPixel(backgroundColor)[3] === 255) return backgroundColor;
  const root = element.getRootNode();
  const parent = element.parentElement ?? (root instanceof ShadowRoot ? root.host : undefined);
  return parent ? backgroundOf(parent) : 'white';
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = Array.from(toPixel(colour), (value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Converts a colour with a canvas, because computed colours may be in oklch, which only the browser can convert. */
function toPixel(colour: string): Uint8ClampedArray {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) throw new Error('This browser has no 2D canvas.');
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  return context.getImageData(0, 0, 1, 1).data;
}
