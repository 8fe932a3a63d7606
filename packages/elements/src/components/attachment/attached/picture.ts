/** Twice what is shown, for screens that are fine. */
const PREVIEW_PX = 96;
/** Tried one after the other until the photo is no larger than before. */
const QUALITIES = [0.85, 0.7, 0.5];
/** Types that are kept; of the others that a browser can read, JPEG is made. */
const KEPT = ['image/jpeg', 'image/png', 'image/webp'];
const SHRUNK = [...KEPT, 'image/heic', 'image/avif'];

/**
 * A square out of the middle of a picture. It is drawn instead of shown as an image, for which a strict policy of a page
 * has no place.
 *
 * @returns undefined where the browser cannot read it
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
 * A photo again, with its longest side no longer than asked for, upright, and without what a camera notes beside it, such
 * as the place. Never larger in bytes than before.
 *
 * @returns undefined where the browser cannot do that
 */
export async function shrinkPhoto(file: File, longestPx: number): Promise<Blob | undefined> {
  if (!SHRUNK.includes(file.type)) return undefined;
  return withBitmap(file, async (bitmap) => {
    const scale = Math.min(1, longestPx / Math.max(bitmap.width, bitmap.height));
    const size = [bitmap.width, bitmap.height].map((side) => Math.max(1, Math.round(side * scale)));
    const [canvas, context] = makeCanvas(...(size as [number, number]));
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const kept = KEPT.includes(file.type) && (await encode(canvas, file.type, file.size));
    if (kept || file.type === 'image/png') return kept || undefined;
    // What was see-through would turn black in a JPEG.
    context.globalCompositeOperation = 'destination-over';
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    return encode(canvas, 'image/jpeg', file.size);
  });
}

/** The best of the qualities that is no larger than `most` bytes; a browser that lacks the type makes a PNG. */
async function encode(canvas: HTMLCanvasElement, type: string, most: number): Promise<Blob | undefined> {
  for (const quality of QUALITIES) {
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
    if (blob?.type === type && blob.size <= most) return blob;
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
