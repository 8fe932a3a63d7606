const TYPE = /^[a-z0-9!#$&^_.+-]{1,60}\/[a-z0-9!#$&^_.+-]{1,60}$/;
const UNKNOWN = 'application/octet-stream';

/** Pictures and documents in which no browser runs a script of the page's origin. */
const HARMLESS: readonly string[] = [
  'image/avif',
  'image/gif',
  'image/heic',
  'image/heif',
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
];

/** The media type that a file was sent with, without its parameters; unknown when it is none. */
export function readFileType(claimed: string): string {
  const type = claimed.trim().toLowerCase();
  return TYPE.test(type) ? type : UNKNOWN;
}

/**
 * The type to serve a file with. A page that shows what it fetched may give it a `blob:` address of its own origin,
 * and there markup would run: only types that hold none keep their name.
 */
export function servedType(type: string): string {
  return HARMLESS.includes(type) ? type : UNKNOWN;
}
