/** What every page asks, where its words can be chosen. */
export const QUESTION = 'How likely are you to recommend us?';
export const LOW_LABEL = 'Not at all likely';
export const HIGH_LABEL = 'Extremely likely';
