import { accepts, nameTypes } from './accept.ts';
import { cleanName, distinguish } from './file-name.ts';
import { claimOf, correct, recognise, rename } from './kinds.ts';
import { shrinkPhoto } from './picture.ts';

export interface Rules {
  /** As in HTML; empty where every type is welcome. */
  accept: string;
  /** The longest side of a photo; 0 where photos stay as they are. */
  shrinkPx: number;
  /** Names of the files that are there already. */
  taken: readonly string[];
}

/** The file as it counts, or why it does not: the key of the words, and their values. */
export type Taken =
  | { file: File; refusal?: never }
  | {
      file?: never;
      refusal: [
        problem: 'fileUnreadable' | 'fileNotWhatItSays' | 'fileWrongType',
        values: { name: string; types: string },
      ];
    };

/** Looks at what a visitor chose, before it counts: its name, its type, its content; a photo is made smaller if asked. */
export async function takeIn(chosen: File, { accept, shrinkPx, taken }: Rules): Promise<Taken> {
  const named = rename(chosen, cleanName(chosen.name));
  const values = { name: named.name, types: nameTypes(accept) };
  let kind: string | undefined;
  try {
    kind = await recognise(chosen);
  } catch {
    return { refusal: ['fileUnreadable', values] };
  }
  const claim = claimOf(named);
  const file = kind && isMistaken(named, kind, claim) ? correct(named, kind) : named;
  if (!accepts(accept, file)) return { refusal: ['fileWrongType', values] };
  if (claim && kind !== claim && file === named) return { refusal: ['fileNotWhatItSays', values] };
  const right = shrinkPx ? await shrink(file, shrinkPx, accept) : file;
  return { file: rename(right, distinguish(right.name, taken)) };
}

/**
 * A picture that is called another kind of picture is nobody's fault, nor is one without a name for its kind: a browser
 * knows only the types that its system knows.
 */
function isMistaken(file: File, kind: string, claim: string | undefined): boolean {
  if (kind === claim) return !file.type;
  return claim ? [kind, claim].every((type) => type.startsWith('image/')) : !file.type;
}

async function shrink(file: File, longestPx: number, accept: string): Promise<File> {
  const photo = await shrinkPhoto(file, longestPx);
  if (!photo) return file;
  const small = correct(rename(photo, file.name), photo.type);
  return accepts(accept, small) ? small : file;
}
