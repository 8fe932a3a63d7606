import { afterEach, describe, expect, it, vi } from 'vitest';
import { toJson } from './to-json.ts';

const TYPES = [Object, Array, String, Number, Boolean];

describe('toJson', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    for (const { prototype } of TYPES) Reflect.deleteProperty(prototype, 'toJSON');
  });

  it.each([
    [null],
    ['text'],
    [0],
    [{ list: [1, 'two', null, undefined, { three: [[]] }], none: undefined, nothing: null }],
    [[new Date(0), { toJSON: () => ({ own: [1] }) }]],
    [undefined],
    [() => {}],
  ])('writes %o as JSON.stringify() does', (value: unknown) => {
    expect(toJson(value)).toBe(JSON.stringify(value));
  });

  it.each(TYPES)('ignores a toJSON() that a page adds to the prototype of %o', ({ prototype }) => {
    const value = { v: 1, list: ['text', 0, false, { deep: [[]] }], nothing: null };
    const json = JSON.stringify(value);
    Object.assign(prototype, { toJSON: () => 'a text' });
    expect(toJson(value)).toBe(json);
  });

  it('respects the toJSON() of a class when a page adds another one to all objects', () => {
    Object.assign(Object.prototype, { toJSON: () => 'a text' });
    expect(toJson({ at: new Date(0), list: [{ toJSON: () => 'own' }] })).toBe(
      '{"at":"1970-01-01T00:00:00.000Z","list":["own"]}',
    );
  });

  it('throws for a cycle, as JSON.stringify() does', () => {
    const list: unknown[] = [];
    list.push(list);
    expect(() => toJson(list)).toThrow(TypeError);
  });
});
