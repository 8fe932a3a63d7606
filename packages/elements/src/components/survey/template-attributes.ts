/** Attributes with text for users, which may contain templates. */
export const TEMPLATE_ATTRIBUTES = [
  'question',
  'label',
  'alt',
  'hint',
  'statement',
  'placeholder',
  'title',
  'aria-label',
] as const;
