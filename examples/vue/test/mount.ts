import { createApp, h, nextTick, shallowReactive, type Component } from 'vue';
import type { Mount } from '@heed/testing/frameworks/app';

export function mountWith<Props extends object>(App: Component): Mount<Props> {
  return async (host, props) => {
    const current = shallowReactive({ ...props });
    const app = createApp({ render: () => h(App, current) });
    app.mount(host);
    return {
      update: async (change) => {
        Object.assign(current, change);
        await nextTick();
      },
      unmount: () => app.unmount(),
    };
  };
}
