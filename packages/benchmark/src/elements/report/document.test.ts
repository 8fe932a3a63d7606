import { expect, it } from 'vitest';
import { COUNTS } from '../measure/rounds.ts';
import { subjects } from '../subjects.ts';
import { page, tableOfSubjects } from './document.ts';
import { figureLabels } from './figures.ts';

const AGAIN = 'Run `npm run bench:elements -- --write`.';

const rows = page.readRows();

it('the page names what was compared, with the versions that are installed', () => {
  for (const cells of tableOfSubjects()) expect(rows, AGAIN).toContainEqual(cells);
});

it('the page has every figure of every subject, for one and for a hundred questions', () => {
  const heads = rows.filter((cells) => cells.join() === ['Less is better', ...figureLabels].join());
  expect(heads, AGAIN).toHaveLength(COUNTS.length);
  for (const { name } of subjects) {
    const figures = rows.filter(
      ([first, ...cells]) => first === name && cells.length === figureLabels.length,
    );
    expect(figures.flat().filter(Boolean), AGAIN).toHaveLength(COUNTS.length * (1 + figureLabels.length));
  }
});
