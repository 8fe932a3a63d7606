import { expect, test } from 'vitest';
import { readImports } from './documented.ts';

const page = `Install it: \`npm install heed\`.

\`\`\`sh
npm install @heed/client @heed/core
\`\`\`

\`\`\`ts browser
import 'heed';
import { createClient } from '@heed/client';
const { asForm } = await import('@heed/client/requests');
import { html } from 'lit';
\`\`\`

In prose, \`import '@heed/elements/vue'\` is no example.
`;

test('reads the installed packages and the imports of a page', () => {
  expect(readImports('a.md', page)).toEqual({
    page: 'a.md',
    installed: ['@heed/client', '@heed/core', 'heed'],
    specifiers: ['@heed/client', '@heed/client/requests', 'heed'],
  });
});

test('finds no imports in a page without examples', () => {
  expect(readImports('a.md', 'Plain text.')).toEqual({ page: 'a.md', installed: [], specifiers: [] });
});
