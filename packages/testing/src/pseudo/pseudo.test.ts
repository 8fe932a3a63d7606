import { describe, expect, it } from 'vitest';
import { toPseudo, toPseudoText } from './pseudo.ts';

describe('toPseudoText', () => {
  it('accents the letters, doubles the length and marks both ends', () => {
    expect(toPseudoText('Send')).toBe('[Šéñð ~~~~]');
  });

  it('keeps placeholders', () => {
    expect(toPseudoText('{value} of {max}')).toMatch(/^\[\{value\} öƒ \{max\} ~+ ~+\]$/);
  });

  it('contains line break opportunities', () => {
    const text = toPseudoText('How likely are you to recommend us?');
    expect(text).toBe('[Ĥöŵ ļîķéļý åŕé ýöû ţö ŕéçöɱɱéñð ûš? ~~~~~~~~~~~~~~ ~~~~~~~~~~~~~~ ~~~~~~~]');
  });

  it('accents every letter', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
    expect(toPseudoText(letters)).not.toMatch(/[A-Za-z]/);
  });
});

describe('toPseudo', () => {
  it('converts every string and every plural form', () => {
    expect(toPseudo({ send: 'Send', files: { one: '{limit} file', other: '{limit} files' } })).toEqual({
      send: '[Šéñð ~~~~]',
      files: { one: '[{limit} ƒîļé ~~~~~~~~~~~~]', other: '[{limit} ƒîļéš ~~~~~~~~~~~~~]' },
    });
  });
});
