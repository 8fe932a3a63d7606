import { afterEach, describe, expect, it } from 'vitest';
import { createRecord } from './record/create-record.ts';
import { copyOwnProperties } from './copy-own-properties.ts';

describe('in a page that modifies Object.prototype', () => {
  afterEach(() => {
    for (const name of ['endpoint', 'id', 'partial', 'consent'])
      Reflect.deleteProperty(Object.prototype, name);
  });

  const give = (members: object): unknown => Object.assign(Object.prototype, members);

  it('ignores inherited members of options', () => {
    give({ endpoint: '/wrong' });
    const options: { endpoint?: string; project?: string } = copyOwnProperties({ project: 'mine' });
    expect(options.project).toBe('mine');
    expect(options.endpoint).toBe(undefined);
    expect(Object.keys(copyOwnProperties(undefined))).toEqual([]);
  });

  it('ignores inherited members of a record', () => {
    give({ id: 'wrong', partial: true, consent: { contact: true } });
    const record = createRecord({ survey: 'a', answers: [] }, 0, new Uint8Array(10));
    expect(Object.keys(record)).toEqual(['v', 'id', 'survey', 'submittedAt', 'answers']);
    expect(record.id).toMatch(/^0{8}-0{4}-7/);
  });
});
