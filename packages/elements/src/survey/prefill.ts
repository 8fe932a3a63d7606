import { warnOnce } from '../internal/warn.ts';
import { fill, nameOf, type Content } from './questions.ts';

/** Longer than any plan, order number or address; what the page's address holds may come from anybody. */
const MOST_CHARACTERS = 1000;

/** Fills in what the address of the page says, where the team allows it by name. */
export async function prefill(
  survey: Element,
  { questions, hidden }: Content,
  allowed: string,
): Promise<void> {
  const query = new URLSearchParams(location.search);
  for (const name of allowed.split(/[\s,]+/)) {
    const value = query.get(name);
    const field = hidden.find((each) => each.name === name);
    const question = questions.find((each) => nameOf(each) === name);
    if (!value || (!field && !question)) continue;
    const isShort = value.length <= MOST_CHARACTERS;
    if (field && isShort) field.value = value;
    const fits = isShort && (!question || (await fill(question, value, ({ valid }) => !valid)));
    if (!fits) warnOnce(survey, 'HEED_VALUE', `the page's address has no fitting value for "${name}"`);
  }
}
