import { expect, test } from 'vitest';
import { listErrors } from './types.ts';

const message = 'error TS2339: Property';

test('reports errors in the application and in the types of Heed', () => {
  const errors = [
    `src/app.tsx(4,7): ${message}`,
    `node_modules/@heed/elements/dist/index.d.ts(1,2): ${message}`,
    `node_modules/.pnpm/heed@file+heed.tgz/node_modules/heed/dist/index.d.ts(1,2): ${message}`,
    `src/app.ts:4:7 - ${message}`,
  ];
  expect(listErrors(errors.join('\n'))).toEqual(errors);
});

test('ignores errors in other packages and in generated folders', () => {
  const errors = [
    `node_modules/next/dist/server.d.ts(1,2): ${message}`,
    `node_modules/.pnpm/h3@2_@heed+core/node_modules/h3/index.d.ts(1,2): ${message}`,
    `.nuxt/imports.d.ts(1,2): ${message}`,
  ];
  expect(listErrors(errors.join('\n'))).toEqual([]);
});
