/** Builds the files of a page with the defaults of Vite, like most applications. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, defaultClientConditions, type Rolldown } from 'vite';
import type { Subject } from '../subjects.ts';

/** Contents by path. The entry is `/<id>.js`. Styles, if any, are in `/<id>.css`. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

/** @param conditions Additional export conditions. By default, the builds of this workspace are used. */
export async function buildFiles({ id, vendor }: Subject, conditions: string[]): Promise<Files> {
  const built = await build({
    root: inPackage('src/elements/pages'),
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: [...conditions, ...defaultClientConditions] },
    build: {
      write: false,
      rolldownOptions: {
        input: { [id]: inPackage(`src/elements/pages/${id}.ts`) },
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          assetFileNames: '[name][extname]',
        },
      },
    },
  });
  const { output } = built as Rolldown.RolldownOutput;
  const vendored = Object.entries(vendor?.scripts ?? {});
  return new Map([
    ...output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source] as const),
    ...vendored.map(([path, file]) => [path, readFileSync(inPackage(`node_modules/${file}`))] as const),
  ]);
}

function inPackage(path: string): string {
  return fileURLToPath(new URL(`../../../${path}`, import.meta.url));
}
