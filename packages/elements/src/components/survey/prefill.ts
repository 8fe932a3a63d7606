import { assignValue, nameOf, type Question } from './questions.ts';

/** A URL may come from anyone. No plan, order number or address is longer. */
const MAX_CHARACTERS = 1000;

/**
 * Fills in hidden fields and questions from the query string of the page's URL.
 *
 * @param allowed names that may be filled in, separated by white space or commas
 * @returns the names whose value in the URL is too long or invalid
 */
export async function prefill(
  allowed: string | undefined,
  questions: readonly Question[],
  hidden: readonly HTMLInputElement[],
): Promise<string[]> {
  const query = new URLSearchParams(location.search);
  const rejected: string[] = [];
  for (const name of allowed?.split(/[\s,]+/) ?? []) {
    const value = query.get(name);
    const field = hidden.find((each) => each.name === name);
    const question = questions.find((each) => nameOf(each) === name);
    if (!value || (!field && !question)) continue;
    const isShort = value.length <= MAX_CHARACTERS;
    if (field && isShort) field.value = value;
    const isAssigned = isShort && (!question || (await assignValue(question, value, ({ valid }) => !valid)));
    if (!isAssigned) rejected.push(name);
  }
  return rejected;
}
