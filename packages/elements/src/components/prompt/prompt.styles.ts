import { css } from 'lit';

/**
 * The panel in its five displays. An attribute hides it in all of them, so that the transitions also work in browsers
 * without popovers. Lengths of the window are percentages, since CSS zoom scales viewport units.
 */
export const promptStyles = css`
  :host {
    --_shadow: var(
      --heed-prompt-shadow,
      var(--heed-shadow, 0 1px 3px rgb(0 0 0 / 0.12), 0 12px 32px rgb(0 0 0 / 0.18))
    );
    --_block: var(--heed-prompt-inset-block, 16px);
    --_inline: var(--heed-prompt-inset-inline, 16px);
    --_keyboard: 0px;
    /* Set by a launcher in the same corner, so that the panel does not cover it. */
    --_lift: 0px;
    --_from: 0 12px;
  }
  [part='panel'] {
    position: fixed;
    inset: auto;
    display: flex;
    flex-direction: column;
    inline-size: min(400px, 100% - 2 * var(--_inline));
    max-inline-size: none;
    block-size: fit-content;
    max-block-size: calc(100% - var(--_block) - max(var(--_block), var(--_lift)) - var(--_keyboard));
    margin: 0;
    padding: 0;
    overflow: visible;
    outline: none;
    /* Some libraries disable the pointer outside their own dialogs. */
    pointer-events: auto;
    color: inherit;
    background: var(--_surface);
    border: var(--_stroke) solid var(--_edge);
    border-radius: calc(var(--_radius) * 1.5);
    box-shadow: var(--_shadow);
  }
  [data-place^='bottom'] {
    inset-block-end: calc(max(var(--_block), var(--_lift), env(safe-area-inset-bottom)) + var(--_keyboard));
  }
  [data-place^='top'] {
    --_from: 0 -12px;
    inset-block-start: max(var(--_block), var(--_lift), env(safe-area-inset-top));
  }
  [data-place$='end'] {
    inset-inline-end: max(var(--_inline), env(safe-area-inset-right));
  }
  [data-place$='start'] {
    inset-inline-start: max(var(--_inline), env(safe-area-inset-left));
  }
  .sheet {
    --_from: 0 40px;
    inset: auto 0 var(--_keyboard);
    inline-size: min(100%, 640px);
    max-block-size: calc(88% - var(--_keyboard));
    margin-inline: auto;
    padding-block-end: env(safe-area-inset-bottom);
    border-block-end: 0;
    border-end-start-radius: 0;
    border-end-end-radius: 0;
  }
  .sheet[data-place='top'] {
    --_from: 0 -40px;
    inset: 0 0 auto;
    padding-block: env(safe-area-inset-top) 0;
    border-block: var(--_stroke) solid var(--_edge);
    border-block-start: 0;
    border-radius: 0 0 calc(var(--_radius) * 1.5) calc(var(--_radius) * 1.5);
  }
  .popover[data-place=''] {
    left: var(--_x);
    top: var(--_y);
    max-block-size: var(--_room);
  }
  .modal {
    inset: 0;
    inline-size: min(480px, 100% - 2 * var(--_inline));
    margin: auto;
  }
  .modal::backdrop {
    background: rgb(0 0 0 / 0.45);
  }
  .inline {
    position: relative;
    inline-size: auto;
    max-block-size: none;
    box-shadow: none;
  }
  /* While the page shows a dialog. */
  [data-place='away'] {
    visibility: hidden;
  }
  [part='arrow'] {
    position: absolute;
    inline-size: 12px;
    block-size: 12px;
    background: inherit;
    border: inherit;
    clip-path: polygon(0 0, 100% 0, 0 100%);
  }
  [part='panel']:not([data-place='']) [part='arrow'] {
    display: none;
  }
  [part='content'] {
    /* The first line of a question leaves room for the close button. */
    --_aside: 32px;
    display: flex;
    flex-direction: column;
    gap: var(--_space);
    min-block-size: 0;
    padding: var(--_inset);
    overflow: auto;
    overscroll-behavior: contain;
  }
  .inline [part='content'] {
    overflow: visible;
  }
  ::slotted(*) {
    flex: none;
  }
  ::slotted(:not(:first-child)) {
    --_aside: 0px;
  }
  ::slotted(:is(h1, h2, h3, h4, h5, h6, p, :state(sent), :state(stored)):first-child) {
    padding-inline-end: var(--_aside) !important;
  }
  [part='close'] {
    position: absolute;
    /* Animated content, such as the thank-you message, would cover it. */
    z-index: 1;
    inset-block-start: 6px;
    inset-inline-end: 6px;
    display: grid;
    place-items: center;
    inline-size: var(--_target);
    padding: 0;
    color: var(--_quiet);
    background: var(--_surface);
  }
  [part='close'] svg {
    inline-size: 20px;
  }
  [part='later'] {
    align-self: start;
    margin: calc(4px - var(--_inset)) calc(var(--_inset) - 12px) 8px;
    padding-inline: 12px;
    color: var(--_quiet);
    font-size: 0.875em;
    background: none;
  }
  [part='close']:hover,
  [part='later']:hover {
    color: var(--_ink);
    background: var(--_soft);
  }
  [part='preview'] {
    padding: 6px var(--_inset);
    color: var(--_accent);
    font-size: 0.8125rem;
    background: var(--_soft);
    border-end-start-radius: inherit;
    border-end-end-radius: inherit;
  }
  [role='status'] {
    position: fixed;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .sheet[data-place='top'] [part='close'] {
    inset-block-start: calc(6px + env(safe-area-inset-top));
  }
  [data-moved],
  [data-moved]::backdrop {
    transition: none !important;
  }
  /* On paper, a fixed element would cover text on each page. */
  @media print {
    [part='panel']:not(.inline) {
      display: none !important;
      transition: none !important;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    [part='panel'] {
      transition: 160ms ease-out allow-discrete;
      transition-property: opacity, translate, display, overlay;
    }
    .modal::backdrop {
      transition: opacity 160ms ease-out;
    }
    [part='panel'][hidden] {
      opacity: 0;
      translate: var(--_from);
    }
    @starting-style {
      [part='panel']:not([hidden]) {
        opacity: 0;
        translate: var(--_from);
      }
      .modal::backdrop {
        opacity: 0;
      }
    }
  }
`;
