/** The question of every page whose text can be set. */
export const QUESTION = 'How likely are you to recommend us?';
export const LOW_LABEL = 'Not at all likely';
export const HIGH_LABEL = 'Extremely likely';
