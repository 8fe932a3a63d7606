import type { AnswerKind } from '../record/record.ts';
import { resolveName } from '../expressions/resolve-name.ts';
import { createSourceError } from '../expressions/token-reader.ts';

/** A text that contains earlier answers. */
export interface Recall {
  /**
   * Returns the text, with each name such as `recommend` or `service.speed` replaced by its answer. If there is no
   * answer, the name is replaced by the fallback after `|`.
   *
   * @param getText returns the answer to a name as text, or an empty string
   */
  fill(getText: (name: string) => string): string;
}

/** Matches escaped braces, or a name with an optional fallback. */
const RECALL = /\\\{\{|\{\{([^{}|]*)(?:\|([^{}]*))?(\}\})?/g;

/**
 * Parses a text such as `Thank you, {{name|dear guest}}`. Literal braces are written as `\{{`.
 *
 * @param kinds the known names. By default, any name is valid
 * @throws HeedError `HEED_EXPRESSION` for unclosed braces or braces without a name, `HEED_NAME` for an unknown name
 */
export function parseRecall(text: string, kinds?: ReadonlyMap<string, AnswerKind>): Recall {
  for (const { 0: all, 1: inner, 3: close, index } of text.matchAll(RECALL)) {
    if (inner === undefined) continue;
    const name = inner.trim();
    if (!name || !close)
      throw createSourceError(text, index, '"{{name}}", or "\\{{" for braces', `"${all.slice(0, 40)}"`);
    resolveName(name, kinds, text, index);
  }
  return {
    fill: (getText) =>
      text.replace(RECALL, (_, inner?: string, fallback = '') =>
        inner === undefined ? '{{' : getText(inner.trim()) || fallback.trim(),
      ),
  };
}
