import type { Component } from 'solid-js';
import { createStore } from 'solid-js/store';
import { render } from 'solid-js/web';
import type { Mount } from '@heed/testing/frameworks/app';

export function mountWith<Props extends object>(App: Component<Props>): Mount<Props> {
  return async (host, start) => {
    const [props, setProps] = createStore<object>({ ...start });
    const unmount = render(() => <App {...(props as Props)} />, host);
    return {
      update: async (change) => setProps(change),
      unmount,
    };
  };
}
