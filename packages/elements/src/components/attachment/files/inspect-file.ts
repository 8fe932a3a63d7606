import { accepts, nameTypes } from './accept.ts';
import { cleanName, makeUnique } from './file-name.ts';
import { declaredTypeOf, detectType, rename, withType } from './file-type.ts';
import { shrinkPhoto } from './image.ts';

export interface InspectionOptions {
  /** As in HTML; empty for every type. */
  accept: string;
  /** The longest side of a photo; 0 to keep photos as they are. */
  shrinkPx: number;
  /** The names of the other files. */
  takenNames: readonly string[];
}

/** The accepted file, or the string key and values of the reason for its rejection. */
export type Inspection =
  | { file: File; rejection?: never }
  | {
      file?: never;
      rejection: [
        key: 'fileUnreadable' | 'fileNotWhatItSays' | 'fileWrongType',
        values: { name: string; types: string },
      ];
    };

/** Checks name, type and content of a file that the user chose, and shrinks a photo if `shrinkPx` is set. */
export async function inspectFile(
  chosen: File,
  { accept, shrinkPx, takenNames }: InspectionOptions,
): Promise<Inspection> {
  const named = rename(chosen, cleanName(chosen.name));
  const values = { name: named.name, types: nameTypes(accept) };
  let detected: string | undefined;
  try {
    detected = await detectType(chosen);
  } catch {
    return { rejection: ['fileUnreadable', values] };
  }
  const declared = declaredTypeOf(named);
  const file = detected && isMislabelled(named, detected, declared) ? withType(named, detected) : named;
  if (!accepts(accept, file)) return { rejection: ['fileWrongType', values] };
  if (declared && detected !== declared && file === named)
    return { rejection: ['fileNotWhatItSays', values] };
  const result = shrinkPx ? await shrink(file, shrinkPx, accept) : file;
  return { file: rename(result, makeUnique(result.name, takenNames)) };
}

/**
 * Returns whether to correct the type instead of rejecting the file. An image with the extension of another image format is
 * common, and so is a file without a type: a browser only knows the types that its operating system knows.
 */
function isMislabelled(file: File, detected: string, declared: string | undefined): boolean {
  if (detected === declared) return !file.type;
  return declared ? [detected, declared].every((type) => type.startsWith('image/')) : !file.type;
}

async function shrink(file: File, longestPx: number, accept: string): Promise<File> {
  const photo = await shrinkPhoto(file, longestPx);
  if (!photo) return file;
  const small = withType(rename(photo, file.name), photo.type);
  return accepts(accept, small) ? small : file;
}
