/** A problem in a record or a survey. It never contains the text of an answer or a survey. */
export interface Problem {
  /** The JSON pointer (RFC 6901) of the value, such as `/answers/0/value`. Empty for the root. */
  path: string;
  /** The valid values. */
  expected: string;
  /** The type of the actual value, never the value itself. */
  got: string;
}

/** Reports a problem at a path. */
export type Report = (path: string, expected: string, got: unknown) => void;

/** The maximum number of problems. Further ones are not collected. */
const MAX_PROBLEMS = 20;

/** Runs a check and returns its problems in the order found. */
export function collectProblems(check: (report: Report) => void): Problem[] {
  const problems: Problem[] = [];
  check((path, expected, got) => {
    if (problems.length < MAX_PROBLEMS) problems.push({ path, expected, got: describe(got) });
  });
  return problems;
}

export function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return `an array of ${value.length} items`;
  if (typeof value === 'string')
    return value === '' ? 'an empty string' : `a string of ${value.length} characters`;
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
