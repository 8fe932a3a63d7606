/**
 * Describes an error for the log by its name, its code and its first stack frame.
 * Leaves out the message: a database may quote a rejected value there, which can be part of an answer.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `a thrown ${typeof error}`;
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  return `${error.name}${code}${formatFirstFrame(error)}`;
}

function formatFirstFrame({ stack = '' }: Error): string {
  const frame = /^ +at .*$/m.exec(stack)?.[0].trim();
  return frame === undefined ? '' : ` ${frame}`;
}
