import { accepts, nameTypes } from './accept.ts';
import { cleanName, distinguish } from './file-name.ts';
import { claimOf, correct, recognise, rename } from './kinds.ts';
import { drawPreview, shrinkPhoto } from './picture.ts';

export interface Rules {
  /** As in HTML; empty where every type is welcome. */
  accept: string;
  /** The longest side of a photo; 0 where photos stay as they are. */
  shrinkPx: number;
  /** Names of the files that are there already. */
  taken: readonly string[];
}

export interface Taken {
  file: File;
  /** A small picture of it; absent where there is none. */
  preview?: HTMLCanvasElement | undefined;
}

/** Key of the words that say what is wrong, and their values. */
export interface Refusal {
  problem: 'fileUnreadable' | 'fileNotWhatItSays' | 'fileWrongType';
  values: Record<string, string>;
}

/** The name of a file as it can be shown. */
export { cleanName };

/** Looks at what a visitor chose, before it counts: its name, its type, its content; a photo is made smaller if asked. */
export async function takeIn(chosen: File, { accept, shrinkPx, taken }: Rules): Promise<Taken | Refusal> {
  const named = rename(chosen, cleanName(chosen.name));
  const refuse = (problem: Refusal['problem']): Refusal => ({
    problem,
    values: { name: named.name, types: nameTypes(accept) },
  });
  let kind: string | undefined;
  try {
    kind = await recognise(chosen);
  } catch {
    return refuse('fileUnreadable');
  }
  const claim = claimOf(named);
  const file = kind && isMistaken(named, kind, claim) ? correct(named, kind) : named;
  if (!accepts(accept, file)) return refuse('fileWrongType');
  if (claim && kind !== claim && file === named) return refuse('fileNotWhatItSays');
  const right = shrinkPx ? await shrink(file, shrinkPx, accept) : file;
  return {
    file: rename(right, distinguish(right.name, taken)),
    preview: await drawPreview(right),
  };
}

/** A picture that is called another kind of picture is nobody's fault, nor is one that is called nothing. */
function isMistaken(file: File, kind: string, claim: string | undefined): boolean {
  if (kind === claim) return false;
  return claim ? [kind, claim].every((type) => type.startsWith('image/')) : !file.type;
}

async function shrink(file: File, longestPx: number, accept: string): Promise<File> {
  const photo = await shrinkPhoto(file, longestPx);
  if (!photo) return file;
  const small = correct(rename(photo, file.name), photo.type);
  return accepts(accept, small) ? small : file;
}
