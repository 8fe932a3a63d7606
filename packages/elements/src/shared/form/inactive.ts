/** Questions that the survey around them does not ask, by what was answered before: they are neither needed nor sent. */
export const inactiveQuestions = new WeakSet<Element>();
