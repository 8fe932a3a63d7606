/** The names that users know for a family of types. */
const FAMILIES: Readonly<Record<string, string>> = {
  image: 'JPEG, PNG, WebP, HEIC, GIF',
  video: 'MP4, MOV, WebM',
  audio: 'MP3, M4A, WAV',
};

/** Returns whether a file matches `accept`, as in HTML. An empty `accept` matches every file. */
export function accepts(accept: string, { name, type }: File): boolean {
  const tokens = readTokens(accept);
  const fits = (token: string): boolean =>
    token.startsWith('.')
      ? name.toLowerCase().endsWith(token)
      : token.endsWith('/*')
        ? type.startsWith(token.slice(0, -1))
        : type === token;
  return tokens.length === 0 || tokens.some(fits);
}

/** Returns the names of the accepted types: `PDF, JPEG`. */
export function nameTypes(accept: string): string {
  return readTokens(accept).map(nameType).join(', ');
}

function nameType(token: string): string {
  const [family = '', kind] = token.split('/');
  if (kind === '*') return FAMILIES[family] ?? token;
  return (kind?.replace(/\+.*/, '') ?? family.slice(1)).toUpperCase();
}

function readTokens(accept: string): string[] {
  return accept
    .toLowerCase()
    .split(',')
    .map((token) => token.trim())
    .filter(Boolean);
}
