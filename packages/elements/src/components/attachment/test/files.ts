/** Files as visitors have them, and the acts by which they reach a page. */

export function carry(...files: File[]): DataTransfer {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  return data;
}

/** Red on its left half, blue on its right one. */
export async function makePhoto(
  name = 'photo.jpg',
  { width = 80, height = 40, type = 'image/jpeg', noise = false } = {},
): Promise<File> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#f00';
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = '#00f';
  context.fillRect(width / 2, 0, width / 2, height);
  if (noise) addNoise(context);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, 0.95));
  if (blob?.type !== type) throw new Error(`this browser makes no ${type}`);
  return new File([blob], name, { type });
}

/** As a camera held upright writes it: to be turned to the right, and with a word in the place of the place. */
export async function makeCameraPhoto(name = 'camera.jpg', size = {}): Promise<File> {
  const photo = await makePhoto(name, { noise: true, ...size });
  const bytes = new Uint8Array(await photo.arrayBuffer());
  const strings = new TextEncoder().encode('GPS 52.5N 13.4E');
  const tiff = [...ascii('MM\0*'), ...long(8), ...short(1), ...short(0x0112), ...short(3), ...long(1)];
  const exif = [...ascii('Exif\0\0'), ...tiff, ...short(6), 0, 0, ...long(0), ...strings];
  const segment = [0xff, 0xe1, ...short(exif.length + 2), ...exif];
  // One part: Firefox tells an image by the first part of its bytes alone.
  const joined = new Uint8Array([...bytes.slice(0, 2), ...segment, ...bytes.slice(2)]);
  return new File([joined], name, { type: photo.type });
}

/** Its size, the colours of its quarters from the upper left one on, and whether it tells where it was taken. */
export async function readPhoto(file: Blob): Promise<Record<string, unknown>> {
  const bitmap = await createImageBitmap(file);
  const { width, height } = bitmap;
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0);
  const colour = (x: number, y: number): string => {
    const [red = 0, , blue = 0] = context.getImageData(
      Math.floor(x * width),
      Math.floor(y * height),
      1,
      1,
    ).data;
    return red > blue ? 'red' : 'blue';
  };
  const text = new TextDecoder('latin1').decode(await file.arrayBuffer());
  return {
    size: [width, height],
    colours: [colour(0.25, 0.25), colour(0.75, 0.25), colour(0.25, 0.75), colour(0.75, 0.75)],
    tellsPlace: text.includes('GPS'),
  };
}

/** So that it has as many bytes as a photo. */
function addNoise(context: CanvasRenderingContext2D): void {
  const { width, height } = context.canvas;
  const image = context.getImageData(0, 0, width, height);
  for (let index = 0; index < image.data.length; index += 4) image.data[index + 1] = (index * 7919) % 97;
  context.putImageData(image, 0, 0);
}

function ascii(text: string): number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}

function short(value: number): number[] {
  return [value >> 8, value & 255];
}

function long(value: number): number[] {
  return [...short(value >> 16), ...short(value & 65_535)];
}
