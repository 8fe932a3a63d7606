import { splitName } from './file-name.ts';

/** What is looked at to tell what a file is: a PDF may have so many bytes before its mark. */
const HEAD_BYTES = 1024;

/** How the content of a file begins, one character a byte. */
const MARKS: readonly [mark: RegExp, type: string][] = [
  [/^\xff\xd8\xff/, 'image/jpeg'],
  [/^\x89PNG\r\n/, 'image/png'],
  [/^GIF8/, 'image/gif'],
  [/^RIFF[^]{4}WEBP/, 'image/webp'],
  [/^[^]{4}ftypavi/, 'image/avif'],
  [/^[^]{4}ftyp(he[iv]|mif1|msf1)/, 'image/heic'],
  [/%PDF-/, 'application/pdf'],
];

const EXTENSIONS: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.jfif': 'image/jpeg',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.heic': 'image/heic',
  '.heif': 'image/heic',
  '.pdf': 'application/pdf',
};

/** One of them is often called another one, and no mark tells them apart for sure. */
const SAME: Readonly<Record<string, string>> = { 'image/heif': 'image/heic', 'image/jpg': 'image/jpeg' };

/**
 * What the content is.
 *
 * @returns a MIME type; undefined where it is none of the common images and no PDF
 * @throws where the file cannot be read
 */
export async function recognise(file: File): Promise<string | undefined> {
  const head = new Uint8Array(await readBytes(file.slice(0, HEAD_BYTES)));
  const text = String.fromCharCode(...head);
  return MARKS.find(([mark]) => mark.test(text))?.[1];
}

/** A `Blob` of jsdom before version 27 has no `arrayBuffer()`. */
function readBytes(blob: Blob): Promise<ArrayBuffer> {
  if (blob.arrayBuffer) return blob.arrayBuffer();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(reader.error as Error);
    reader.readAsArrayBuffer(blob);
  });
}

/** What a file says it is, as far as that can be proved: by its type, else by the extension of its name. */
export function claimOf({ name, type }: File): string | undefined {
  const told = SAME[type] ?? type;
  return MARKS.some(([, known]) => known === told) ? told : EXTENSIONS[extensionOf(name)];
}

/** The same file, by its right type and, where its name ended in that of another one, by its right name. */
export function correct(file: File, type: string): File {
  const [stem, extension] = splitName(file.name);
  const defaults = Object.entries(EXTENSIONS).find(([, each]) => each === type)?.[0] ?? '';
  const isRight = !extension || EXTENSIONS[extensionOf(file.name)] === type;
  return rename(file, isRight ? file.name : stem + defaults, type);
}

/** The same content by another name; the file itself where nothing changes. */
export function rename(file: Blob, name: string, type = file.type): File {
  if (file instanceof File && file.name === name && file.type === type) return file;
  const { lastModified = Date.now() } = file as Partial<File>;
  return new File([file], name, { type, lastModified });
}

function extensionOf(name: string): string {
  return splitName(name)[1].toLowerCase();
}
