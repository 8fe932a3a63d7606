/** A problem, its location and its fix. */
export interface Finding {
  /** Relative to the root of the workspace. */
  file: string;
  /** Counted from 1; absent when the whole file is meant. */
  line?: number;
  message: string;
}

/** What a check found, and how many things it looked at. */
export interface Report {
  checked: number;
  findings: Finding[];
}

export function formatFinding({ file, line, message }: Finding): string {
  return `${file}${line ? `:${line}` : ''}\n  ${message.trim().replaceAll('\n', '\n  ')}`;
}
