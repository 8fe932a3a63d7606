import { describe, expect, it } from 'vitest';
import { retryImports, rewritePart } from './retry-imports.ts';

const rewrite = (code: string): string => rewritePart(code, 'main.js', 'loadFile');
const rewriteEntry = (code: string): string => {
  const { renderChunk } = retryImports('main.js', 'loadFile') as unknown as {
    renderChunk(code: string, chunk: { isEntry: boolean }): { code: string };
  };
  return renderChunk(code, { isEntry: true }).code;
};

describe('retryImports', () => {
  it('does not change a file that imports only the entry', () => {
    const code = 'import { a as b } from "./main.js";\nb();';
    expect(rewrite(code)).toBe(code);
  });

  it('awaits all static imports of a file in parallel', () => {
    const code =
      'import { a as b, c } from "./x.js";\nimport { d } from "./main.js";\nimport "./y.js";\nb(c, d);';
    expect(rewrite(code)).toBe(
      'import { loadFile as $loadFile } from "./main.js"; const [{ a: b, c },{}] = ' +
        'await Promise.all([$loadFile("./x.js"),$loadFile("./y.js")]);\n' +
        'import { d } from "./main.js";\n\nb(c, d);',
    );
  });

  it('awaits a single static import', () => {
    expect(rewrite('import { a as b } from "./x.js";\nb();')).toBe(
      'import { loadFile as $loadFile } from "./main.js"; const { a: b } = await $loadFile("./x.js");\nb();',
    );
  });

  it('rewrites a lazy import', () => {
    expect(rewrite('const load = () => import("./x.js");')).toBe(
      'import { loadFile as $loadFile } from "./main.js";const load = () => $loadFile("./x.js");',
    );
  });

  it('rewrites a lazy import of the entry with the local name of the function', () => {
    expect(rewriteEntry('load = () => import("./x.js");\nexport { a as b, loadFile$1 as loadFile };')).toBe(
      'load = () => loadFile$1("./x.js");\nexport { a as b, loadFile$1 as loadFile };',
    );
    expect(rewriteEntry('load = () => import("./x.js");\nexport { a as b, loadFile, c };')).toContain(
      'loadFile("./x.js")',
    );
  });

  it('throws if the entry does not export the function', () => {
    expect(() => rewriteEntry('export { a as b };')).toThrow(/does not export loadFile/);
  });
});
