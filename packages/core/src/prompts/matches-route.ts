/**
 * Returns whether a path matches a pattern in which each `*` stands for any text, also an empty one. A slash at the end
 * of either is ignored.
 */
export function matchesRoute(pattern: string, path: string): boolean {
  const [start = '', ...parts] = trim(pattern).split('*');
  let rest = trim(path);
  const end = parts.pop();
  if (end === undefined) return rest === start;
  if (!rest.startsWith(start)) return false;
  rest = rest.slice(start.length);
  for (const part of parts) {
    const at = rest.indexOf(part);
    if (at < 0) return false;
    rest = rest.slice(at + part.length);
  }
  return rest.endsWith(end);
}

function trim(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}
