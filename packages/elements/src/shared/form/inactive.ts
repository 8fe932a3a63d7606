/** Questions that their survey skips because of earlier answers. They are neither required nor sent. */
export const inactiveQuestions = new WeakSet<Element>();
