/** Twice the size on the page, for high-density screens. */
const PREVIEW_PX = 96;
/** Tried in order until the photo is as small as the original. */
const QUALITIES = [0.85, 0.7, 0.5];
/** Types that a photo keeps. Other types that the browser can read become JPEG. */
const KEPT_TYPES = ['image/jpeg', 'image/png', 'image/webp'];
const SHRINKABLE_TYPES = [...KEPT_TYPES, 'image/heic', 'image/avif'];

/**
 * Returns the centre square of an image; `undefined` if the browser cannot read it. A canvas, because a strict content
 * security policy blocks `blob:` images.
 */
export async function drawPreview(file: File): Promise<HTMLCanvasElement | undefined> {
  if (!file.type.startsWith('image/')) return undefined;
  return withBitmap(file, (bitmap) => {
    const { width, height } = bitmap;
    const side = Math.min(width, height);
    const [canvas, context] = makeCanvas(PREVIEW_PX, PREVIEW_PX);
    canvas.part.add('preview');
    const start = [(width - side) / 2, (height - side) / 2] as const;
    context.drawImage(bitmap, ...start, side, side, 0, 0, PREVIEW_PX, PREVIEW_PX);
    return canvas;
  });
}

/**
 * Returns a photo whose longest side is at most `longestPx`, upright and without metadata such as the location. It is never
 * larger in bytes than the original.
 *
 * @returns `undefined` if the browser cannot do that
 */
export async function shrinkPhoto(file: File, longestPx: number): Promise<Blob | undefined> {
  if (!SHRINKABLE_TYPES.includes(file.type)) return undefined;
  return withBitmap(file, async (bitmap) => {
    const scale = Math.min(1, longestPx / Math.max(bitmap.width, bitmap.height));
    const size = [bitmap.width, bitmap.height].map((side) => Math.max(1, Math.round(side * scale)));
    const [canvas, context] = makeCanvas(...(size as [number, number]));
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const kept = KEPT_TYPES.includes(file.type) && (await encode(canvas, file.type, file.size));
    if (kept || file.type === 'image/png') return kept || undefined;
    // Transparent pixels would turn black in a JPEG.
    context.globalCompositeOperation = 'destination-over';
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    return encode(canvas, 'image/jpeg', file.size);
  });
}

/** Returns the best quality of at most `maxBytes`. `toBlob` creates a PNG if the browser does not support the type. */
async function encode(canvas: HTMLCanvasElement, type: string, maxBytes: number): Promise<Blob | undefined> {
  for (const quality of QUALITIES) {
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
    if (blob?.type === type && blob.size <= maxBytes) return blob;
  }
  return undefined;
}

async function withBitmap<Result>(
  file: File,
  use: (bitmap: ImageBitmap) => Result,
): Promise<Awaited<Result> | undefined> {
  try {
    const bitmap = await createImageBitmap(file);
    try {
      return await use(bitmap);
    } finally {
      bitmap.close();
    }
  } catch {
    return undefined;
  }
}

function makeCanvas(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  return [canvas, context];
}
