import { expect, it } from 'vitest';
import { COUNTS } from '../measure/rounds.ts';
import { subjects } from '../subjects.ts';
import { page, createSubjectsTable } from './document.ts';
import { figureLabels } from './figures.ts';

const AGAIN = 'Run `npm run bench:elements -- --write`.';

const rows = page.readRows();

it('lists the compared pages with their installed versions', () => {
  for (const cells of createSubjectsTable()) expect(rows, AGAIN).toContainEqual(cells);
});

it('contains every figure of every subject, for one and for a hundred questions', () => {
  const heads = rows.filter((cells) => cells.join() === ['Less is better', ...figureLabels].join());
  expect(heads, AGAIN).toHaveLength(COUNTS.length);
  for (const { name } of subjects) {
    const figures = rows.filter(
      ([first, ...cells]) => first === name && cells.length === figureLabels.length,
    );
    expect(figures.flat().filter(Boolean), AGAIN).toHaveLength(COUNTS.length * (1 + figureLabels.length));
  }
});
