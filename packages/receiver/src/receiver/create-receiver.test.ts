import { HeedError } from '@heed/core';
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createReceiver } from './create-receiver.ts';
import type { ReceiverOptions } from './options.ts';
import type { Store } from '../store/store.ts';

describe('createReceiver', () => {
  it.each<[string, Partial<ReceiverOptions>]>([
    ['token', { token: '' }],
    ['token', { token: 'short' }],
    ['token', { token: 'with a space in it' }],
    ['origins', { origins: ['*'] }],
    ['origins', { origins: ['https://shop.example/'] }],
    ['origins', { origins: ['shop.example'] }],
    ['origins', { origins: ['null'] }],
    ['basePath', { basePath: 'feedback' }],
    ['basePath', { basePath: '/:id' }],
    ['maxBodyBytes', { maxBodyBytes: 0 }],
    ['maxFiles', { maxFiles: -1 }],
    ['maxFileBytes', { maxFileBytes: 0 }],
    ['maxFilesBytes', { maxFilesBytes: Number.NaN }],
    ['postsPerMinute', { postsPerMinute: 0.5 }],
    ['postsPerMinute', { postsPerMinute: Number.NaN }],
  ])('reports the option %s if it is invalid: %j', (name, options) => {
    const create = (): unknown =>
      createReceiver({ store: {} as Store, token: 'token-for-tests', ...options });
    expect(create).toThrow(HeedError);
    expect(create).toThrow(`"${name}"`);
    expect(create).toThrow('(HEED_OPTION)');
  });

  it('suggests the origin if it has a path', () => {
    const create = (): unknown =>
      createReceiver({
        store: {} as Store,
        token: 'token-for-tests',
        origins: ['https://shop.example/cart'],
      });
    expect(create).toThrow('Did you mean "https://shop.example"?');
  });

  it('bundles without Node.js modules', async () => {
    const result = await build({
      entryPoints: [fileURLToPath(new URL('../index.ts', import.meta.url))],
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'browser',
      conditions: ['@heed/source'],
      metafile: true,
      logLevel: 'silent',
    });
    expect(result.errors).toEqual([]);
    expect(
      Object.keys(result.metafile.inputs).filter((path) => path.includes('pglite') || path.includes('/pg/')),
    ).toEqual([]);
  });
});
