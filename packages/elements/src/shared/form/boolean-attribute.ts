import { defaultConverter, type ComplexAttributeConverter } from 'lit';

/**
 * The converter of every boolean attribute. Frameworks write `false` as text while an element is not registered yet,
 * so `attribute="false"` means false in any case.
 */
export const flag: ComplexAttributeConverter<boolean, typeof Boolean> = {
  ...defaultConverter,
  fromAttribute: (text) => !/^false$/i.test(text ?? 'false'),
};
