import type { AnswerKind } from '../record/record.ts';
import { readExpression, type Expression } from '../expressions/expression.ts';
import { createTokenReader, type TokenReader } from '../expressions/token-reader.ts';

/** A jump after a step. */
export interface Jump {
  /** The name of a step, or `end`. */
  to: string;
  /** The condition of the jump. Absent if it always applies. */
  if?: Expression;
}

/**
 * Parses jumps such as `price if recommend <= 6; end if plan = 'free'; thanks`. The first jump whose condition is
 * true applies.
 *
 * @throws HeedError `HEED_EXPRESSION` or `HEED_NAME`, as {@link parseExpression} does
 */
export function parseJumps(source: string, kinds?: ReadonlyMap<string, AnswerKind>): Jump[] {
  const reader = createTokenReader(source);
  const jumps: Jump[] = [];
  do jumps.push(readJump(reader, kinds));
  while (reader.take(';') && jumps.at(-1)?.if && reader.token.text);
  reader.expect('');
  return jumps;
}

function readJump(reader: TokenReader, kinds: ReadonlyMap<string, AnswerKind> | undefined): Jump {
  if (reader.token.type !== 'name') throw reader.createError('the name of a step');
  const to = reader.next().text;
  return reader.take('if') ? { to, if: readExpression(reader, kinds) } : { to };
}
