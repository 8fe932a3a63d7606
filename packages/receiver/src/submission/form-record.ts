import type { ResponseRecord } from '@heed/core';
import { cleanFileName } from '../files/file-name.ts';
import { readFileType } from '../files/media-type.ts';
import type { FormFile } from '../http/multipart-form.ts';
import { ProblemError } from '../http/problem.ts';
import type { NewFile } from '../store/store.ts';

/** The members of a record whose field is JSON. Any other field is a text, also one that this version does not know. */
const JSON_MEMBERS: readonly string[] = ['v', 'answers', 'respondent', 'context', 'consent', 'partial'];

/**
 * The record as JSON, each member as it arrived: the same text that the client posts as JSON when there is no file.
 *
 * @throws ProblemError `malformed-body`
 */
export function joinMembers(fields: ReadonlyMap<string, string>): string {
  const members = Array.from(fields, ([name, text]) => {
    const value = JSON_MEMBERS.includes(name) ? expectJson(name, text) : JSON.stringify(text);
    return `${JSON.stringify(name)}:${value}`;
  });
  return `{${members.join()}}`;
}

function expectJson(name: string, text: string): string {
  try {
    JSON.parse(text);
    return text;
  } catch {
    throw new ProblemError('malformed-body', `The field "${name}" must be JSON, and is not.`);
  }
}

/** Each file with the answer that names it: the first that is left, as names may occur twice. */
export function toNewFiles(files: readonly FormFile[], { answers }: ResponseRecord): NewFile[] {
  const named = answers.flatMap(({ name, kind, value }) =>
    kind === 'attachment' && Array.isArray(value)
      ? value.map((file: string) => ({ file, answer: name }))
      : [],
  );
  return files.map(({ name, type, bytes }) => {
    const index = named.findIndex(({ file }) => file === name);
    const answer = index < 0 ? undefined : named.splice(index, 1)[0]?.answer;
    return {
      name: cleanFileName(name),
      type: readFileType(type),
      ...(answer !== undefined && { answer }),
      bytes,
    };
  });
}
