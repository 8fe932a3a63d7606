/** Files for tests, and the data transfers that toDataTransfer them. */

export function toDataTransfer(...files: File[]): DataTransfer {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  return data;
}

/** Creates an image with a red left half and a blue right half. */
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

/** Creates a photo like a camera that is held upright: with an orientation in its metadata, and a fake location. */
export async function makeCameraPhoto(name = 'camera.jpg', size = {}): Promise<File> {
  const photo = await makePhoto(name, { noise: true, ...size });
  const bytes = new Uint8Array(await photo.arrayBuffer());
  const location = new TextEncoder().encode('GPS 52.5N 13.4E');
  const tiff = [...ascii('MM\0*'), ...long(8), ...short(1), ...short(0x0112), ...short(3), ...long(1)];
  const exif = [...ascii('Exif\0\0'), ...tiff, ...short(6), 0, 0, ...long(0), ...location];
  const segment = [0xff, 0xe1, ...short(exif.length + 2), ...exif];
  // A single part: Firefox sniffs only the first part of a blob.
  const joined = new Uint8Array([...bytes.slice(0, 2), ...segment, ...bytes.slice(2)]);
  return new File([joined], name, { type: photo.type });
}

/** Reads size, the colours of the quarters from the top left, and whether the photo contains a location. */
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
    hasLocation: text.includes('GPS'),
  };
}

/** Gives the image the size of a real photo. */
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
