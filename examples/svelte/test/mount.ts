import { flushSync, mount, unmount, type Component } from 'svelte';
import type { Mount } from '@heed/testing/frameworks/app';
import { reactive } from './reactive.svelte.ts';

export function mountWith<Props extends object>(App: Component<Props>): Mount<Props> {
  return async (host, start) => {
    const props = reactive(start);
    const app = mount(App, { target: host, props });
    flushSync();
    return {
      update: async (change) => flushSync(() => void Object.assign(props, change)),
      unmount: () => void unmount(app),
    };
  };
}
