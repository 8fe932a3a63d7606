import { getZoom } from '../../shared/overlay/css-zoom.ts';

/** Keeps `--_keyboard` at the height that an on-screen keyboard covers of the window. */
export function followVirtualKeyboard(panel: HTMLElement, signal: AbortSignal): void {
  const viewport = window.visualViewport;
  const update = (): void => {
    if (!viewport) return;
    const coveredPx = viewport.scale > 1 ? 0 : innerHeight - viewport.height - viewport.offsetTop;
    panel.style.setProperty('--_keyboard', `${Math.max(0, coveredPx) / getZoom(panel)}px`);
  };
  for (const type of ['resize', 'scroll']) viewport?.addEventListener(type, update, { signal });
}
