import { describe, expect, it } from 'vitest';
import { toPseudo, toPseudoText } from './pseudo.ts';

describe('toPseudoText', () => {
  it('accents the letters, doubles the length and marks both ends', () => {
    expect(toPseudoText('Send')).toBe('[Šéñð ~~~~]');
  });

  it('keeps the places for values', () => {
    expect(toPseudoText('{value} of {max}')).toMatch(/^\[\{value\} öƒ \{max\} ~+ ~+\]$/);
  });

  it('can be broken where a long word could', () => {
    const text = toPseudoText('How likely are you to recommend us?');
    expect(text).toBe('[Ĥöŵ ļîķéļý åŕé ýöû ţö ŕéçöɱɱéñð ûš? ~~~~~~~~~~~~~~ ~~~~~~~~~~~~~~ ~~~~~~~]');
  });

  it('leaves no plain letter', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
    expect(toPseudoText(letters)).not.toMatch(/[A-Za-z]/);
  });
});

describe('toPseudo', () => {
  it('turns every word and every plural form', () => {
    expect(toPseudo({ send: 'Send', files: { one: '{limit} file', other: '{limit} files' } })).toEqual({
      send: '[Šéñð ~~~~]',
      files: { one: '[{limit} ƒîļé ~~~~~~~~~~~~]', other: '[{limit} ƒîļéš ~~~~~~~~~~~~~]' },
    });
  });
});
