/** A problem, its location and its fix. */
export interface Finding {
  /** The path relative to the root of the repository. */
  file: string;
  /** The line number, starting at 1. Missing if the problem concerns the whole file. */
  line?: number;
  message: string;
}

/** The findings of a check, and the number of checked items. */
export interface Report {
  checked: number;
  findings: Finding[];
}

export function formatFinding({ file, line, message }: Finding): string {
  return `${file}${line ? `:${line}` : ''}\n  ${message.trim().replaceAll('\n', '\n  ')}`;
}
