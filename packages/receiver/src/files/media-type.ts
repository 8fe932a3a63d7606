const MEDIA_TYPE = /^[a-z0-9!#$&^_.+-]{1,60}\/[a-z0-9!#$&^_.+-]{1,60}$/;
const UNKNOWN = 'application/octet-stream';

/** Images and documents in which no browser runs a script with the rights of the page's origin. */
const SAFE_TYPES: readonly string[] = [
  'image/avif',
  'image/gif',
  'image/heic',
  'image/heif',
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
];

/**
 * Returns the media type in lower case; `application/octet-stream` if it is malformed.
 *
 * @param type as stated by the sender, without parameters
 */
export function normalizeMediaType(type: string): string {
  const normalized = type.trim().toLowerCase();
  return MEDIA_TYPE.test(normalized) ? normalized : UNKNOWN;
}

/**
 * Returns the media type for a download. A page that shows the file may give it a `blob:` URL, which has the origin of the page, where
 * markup would run. Only types without markup are therefore kept; others become `application/octet-stream`.
 */
export function toSafeMediaType(type: string): string {
  return SAFE_TYPES.includes(type) ? type : UNKNOWN;
}
