/** The version of jsdom that most projects use. The environment of Vitest uses the newest version. */
import { JSDOM } from 'jsdom-26';
import { populateGlobal, type Environment } from 'vitest/runtime';

export default {
  name: 'jsdom-26',
  viteEnvironment: 'ssr',
  setup(global) {
    const { window } = new JSDOM('<!doctype html>', {
      pretendToBeVisual: true,
      url: 'http://localhost:3000',
    });
    const { keys, originals } = populateGlobal(global, window, {
      bindFunctions: true,
      additionalKeys: ['AbortController', 'AbortSignal'],
    });
    return {
      teardown() {
        window.close();
        for (const key of keys) delete global[key];
        for (const [key, descriptor] of originals) Object.defineProperty(global, key, descriptor);
      },
    };
  },
} satisfies Environment;
