/**
 * An error for the log: its name, its code and where it came from. Not its message, in which a database may
 * quote what it was given, and so an answer.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `a thrown ${typeof error}`;
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  return `${error.name}${code}${firstFrame(error)}`;
}

function firstFrame({ stack = '' }: Error): string {
  const frame = /^ +at .*$/m.exec(stack)?.[0].trim();
  return frame === undefined ? '' : ` ${frame}`;
}
