import type { AnswerValue, ResponseRecord } from '@heed/core';

/** Returns the values of the answers by name. */
export function toValues({ answers }: ResponseRecord): Record<string, AnswerValue> {
  return Object.fromEntries(answers.map(({ name, value }) => [name, value]));
}
