import { expect, it } from 'vitest';
import { inLanguage } from './flow.ts';
import { heed } from './strings.ts';

it('selects the alternative in the language', () => {
  expect(inLanguage('<p>{Why?|Warum?|لماذا؟}</p>', 'de')).toBe('<p>Warum?</p>');
});

it("formats Heed's strings with values and plural forms, without the final full stop", () => {
  expect(inLanguage(heed('stepOf', { value: 2, max: 3 }), 'de')).toBe('Schritt 2 von 3');
  expect(inLanguage(heed('required'), 'en')).toBe('Please choose an answer');
  expect(inLanguage(heed('promptOpened', { title: heed('csatQuestion') }), 'de')).toMatch(/: Wie zufrieden/);
});
