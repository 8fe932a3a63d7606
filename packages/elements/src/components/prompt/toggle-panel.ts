import { toggleDialog } from '../../shared/overlay/dom-fallbacks.ts';

/** Shows the rendered panel in the top layer, or hides it. */
export function togglePanel(prompt: Element, isOpen: boolean): void {
  const panel = findPanel(prompt);
  if (panel instanceof HTMLDialogElement) {
    if (panel.open === isOpen) return;
    toggleDialog(panel, isOpen);
    // The browser would focus the close button.
    if (isOpen) panel.focus();
  } else if (panel?.popover && panel.isConnected) panel.togglePopover?.(isOpen);
}

export function findPanel({ shadowRoot }: Element): HTMLElement | undefined {
  return shadowRoot?.querySelector<HTMLElement>('[part=panel]') ?? undefined;
}
