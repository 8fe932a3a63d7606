import { splitName } from './file-name.ts';

/** The bytes that are read to detect the type: a PDF may have up to 1,024 bytes before its signature. */
const HEAD_BYTES = 1024;

/** File signatures, one character per byte. */
const SIGNATURES: readonly [signature: RegExp, type: string][] = [
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

/** Aliases of types. No signature reliably distinguishes HEIF from HEIC. */
const ALIASES: Readonly<Record<string, string>> = { 'image/heif': 'image/heic', 'image/jpg': 'image/jpeg' };

/**
 * Returns the MIME type of the content; `undefined` if it is neither a common image nor a PDF.
 *
 * @throws if the file cannot be read
 */
export async function detectType(file: File): Promise<string | undefined> {
  const head = new Uint8Array(await readBytes(file.slice(0, HEAD_BYTES)));
  const text = String.fromCharCode(...head);
  return SIGNATURES.find(([signature]) => signature.test(text))?.[1];
}

/** `Blob` has no `arrayBuffer()` in jsdom before version 27. */
function readBytes(blob: Blob): Promise<ArrayBuffer> {
  if (blob.arrayBuffer) return blob.arrayBuffer();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(reader.error as Error);
    reader.readAsArrayBuffer(blob);
  });
}

/** Returns the declared type, if it can be verified: the file's type, or else the type of its extension. */
export function declaredTypeOf({ name, type }: File): string | undefined {
  const declared = ALIASES[type] ?? type;
  return SIGNATURES.some(([, known]) => known === declared) ? declared : EXTENSIONS[extensionOf(name)];
}

/** Returns the file with the given type, and with a matching extension. */
export function withType(file: File, type: string): File {
  const [stem, extension] = splitName(file.name);
  const correct = Object.entries(EXTENSIONS).find(([, each]) => each === type)?.[0] ?? '';
  const isMatching = !extension || EXTENSIONS[extensionOf(file.name)] === type;
  return rename(file, isMatching ? file.name : stem + correct, type);
}

/** Returns the content under another name; the file itself if nothing changes. */
export function rename(file: Blob, name: string, type = file.type): File {
  if (file instanceof File && file.name === name && file.type === type) return file;
  const { lastModified = Date.now() } = file as Partial<File>;
  return new File([file], name, { type, lastModified });
}

function extensionOf(name: string): string {
  return splitName(name)[1].toLowerCase();
}
