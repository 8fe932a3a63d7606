import { StrictMode, type ComponentType } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Mount } from '@heed/testing/frameworks/app';

/** Mounts an app in strict mode, which mounts every component twice. */
export function mountWith<Props extends object>(App: ComponentType<Props>): Mount<Props> {
  return async (host, props) => {
    const root = createRoot(host);
    let current = props;
    const render = (): void =>
      flushSync(() =>
        root.render(
          <StrictMode>
            <App {...current} />
          </StrictMode>,
        ),
      );
    render();
    return {
      update: async (change) => {
        current = { ...current, ...change };
        render();
      },
      unmount: () => root.unmount(),
    };
  };
}
