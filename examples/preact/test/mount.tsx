import { render, type ComponentType } from 'preact';
import type { Mount } from '@heed/testing/frameworks/app';

export function mountWith<Props extends object>(App: ComponentType<Props>): Mount<Props> {
  return async (host, props) => {
    let current = props;
    const draw = (): void => render(<App {...current} />, host);
    draw();
    return {
      update: async (change) => {
        current = { ...current, ...change };
        draw();
      },
      unmount: () => render(null, host),
    };
  };
}
