import { expect, test } from 'vitest';
import type { Answer, ResponseRecord } from '../record/record.ts';
import { rowsOf } from './rows.ts';

function recordOf(...answers: Answer[]): ResponseRecord {
  const id = '01939f6e-1c80-7abc-8def-0123456789ab';
  return { v: 1, id, survey: 'service', submittedAt: '2026-11-21T10:15:00.000Z', answers };
}

test('returns the rows of the matrix with this name', () => {
  const record = recordOf(
    { name: 'expectations', kind: 'matrix', value: { promises: 7 } },
    { name: 'perceptions', kind: 'matrix', value: { promises: 5 } },
  );
  expect(rowsOf(record, 'perceptions')).toEqual({ promises: 5 });
});

test('returns null for a matrix that was left empty or not asked', () => {
  const record = recordOf({ name: 'perceptions', kind: 'matrix', value: null });
  expect(rowsOf(record, 'perceptions')).toBeNull();
  expect(rowsOf(record, 'expectations')).toBeNull();
});

test('returns null for an answer of another kind', () => {
  expect(rowsOf(recordOf({ name: 'perceptions', kind: 'nps', value: 9 }), 'perceptions')).toBeNull();
});
