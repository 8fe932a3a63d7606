import { OVERLAYS } from './overlays.ts';
import { QUESTIONS } from './questions.ts';
import type { Specimen } from './specimen.ts';
import { SURVEYS } from './surveys.ts';

/** Every element of the gallery. */
export const SPECIMENS: readonly Specimen[] = [...QUESTIONS, ...SURVEYS, ...OVERLAYS];
