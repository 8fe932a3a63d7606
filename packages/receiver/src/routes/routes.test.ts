import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import type { Route } from './route.ts';
import { ROUTES } from './routes.ts';

const BASE_PATH = '/feedback';
const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const HTTP_PAGE = readFileSync(new URL('../../../../docs/receiver/http.md', import.meta.url), 'utf8');
const ACCESS = { origin: 'allowed origins', token: 'token', public: 'public' };

test('the README lists every route, in this order', () => {
  const rows = README.split('\n')
    .map((line) => line.split(' | ').map((cell) => cell.replaceAll(/^\| +| +\|$/g, '').trim()))
    .filter(([request = '']) => /^`(GET|POST) /.test(request));
  expect(rows).toEqual(
    ROUTES.map((route) => [`\`${formatRequest(route)}\``, ACCESS[route.access], route.returns]),
  );
});

describe.each(ROUTES)('the documentation of $method $path', (route) => {
  it('names the request', () => {
    expect(HTTP_PAGE).toContain(`\`${formatRequest(route)}\``);
  });

  it('names its query parameters', () => {
    const section = findSection(formatRequest(route));
    expect(route.query.filter((name) => !section.includes(`\`${name}`))).toEqual([]);
  });
});

/** Hono's syntax for parameters, as the documentation writes them. */
function formatRequest({ method, path }: Route): string {
  const readable = path.replaceAll(/:(\w+)(\{\S*\})?/g, '<$1>');
  return `${method} ${BASE_PATH}${readable === '/' ? '' : readable}`;
}

/** The section with the first mention of the request. */
function findSection(request: string): string {
  return HTTP_PAGE.split(/^## /m).find((section) => section.includes(`\`${request}\``)) ?? '';
}
