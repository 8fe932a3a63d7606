import { expect, it } from 'vitest';
import { inLanguage } from './flow.ts';
import { heed } from './strings.ts';

it('takes the part of the text that is in the language', () => {
  expect(inLanguage('<p>{Why?|Warum?|لماذا؟}</p>', 'de')).toBe('<p>Warum?</p>');
});

it("takes Heed's own strings with their values and plural forms, without the stop at the end", () => {
  expect(inLanguage(heed('stepOf', { value: 2, max: 3 }), 'de')).toBe('Schritt 2 von 3');
  expect(inLanguage(heed('required'), 'en')).toBe('Please choose an answer');
  expect(inLanguage(heed('promptOpened', { title: heed('csatQuestion') }), 'de')).toMatch(/: Wie zufrieden/);
});
