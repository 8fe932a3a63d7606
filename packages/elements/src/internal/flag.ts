import { defaultConverter, type ComplexAttributeConverter } from 'lit';

/**
 * For a boolean attribute of our own. Some frameworks write `false` out where they should leave the attribute away,
 * and a page's author who writes it means it, too.
 */
export const flag: ComplexAttributeConverter<boolean, typeof Boolean> = {
  ...defaultConverter,
  fromAttribute: (text) => text !== null && text !== 'false',
};
