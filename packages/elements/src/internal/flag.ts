import { defaultConverter, type PropertyDeclaration } from 'lit';

/**
 * A boolean attribute of our own. Some frameworks write `false` out where they should leave the attribute away, and a
 * page's author who writes it means it, too.
 */
export const flag: PropertyDeclaration = {
  type: Boolean,
  converter: {
    ...defaultConverter,
    fromAttribute: (text) => text !== null && text !== 'false',
  },
};
