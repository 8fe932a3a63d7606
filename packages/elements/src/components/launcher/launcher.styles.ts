import { css } from 'lit';

/** A pill in a corner, or a tab at an edge. */
export const launcherStyles = css`
  :host {
    --_shadow: var(
      --heed-launcher-shadow,
      var(--heed-shadow, 0 1px 3px rgb(0 0 0 / 0.16), 0 6px 16px rgb(0 0 0 / 0.16))
    );
    --_block: var(--heed-launcher-inset-block, 16px);
    --_inline: var(--heed-launcher-inset-inline, 16px);
    --_up: 0px;
  }
  [part='base'] {
    position: fixed;
    inset: auto;
    z-index: 10;
    display: flex;
    max-inline-size: calc(100% - 2 * var(--_inline));
    padding: 0;
    overflow: visible;
    color: var(--_on-accent);
    background: var(--_accent);
    border: 0;
    border-radius: 99px;
    box-shadow: var(--_shadow);
  }
  .window {
    position: fixed;
    inset: 0;
    z-index: -1;
    visibility: hidden;
    pointer-events: none;
  }
  [data-place^='bottom'] {
    inset-block-end: calc(max(var(--_block), env(safe-area-inset-bottom)) + var(--_up));
  }
  [data-place^='top'] {
    inset-block-start: calc(max(var(--_block), env(safe-area-inset-top)) + var(--_up));
  }
  [data-place$='end'] {
    inset-inline-end: max(var(--_inline), env(safe-area-inset-right));
  }
  [data-place$='start'] {
    inset-inline-start: max(var(--_inline), env(safe-area-inset-left));
  }
  .tab {
    --_inline: 0px;
    inset-block-start: calc(50% - var(--_up));
    flex-direction: column;
    max-block-size: 70%;
    border-radius: calc(var(--_radius) * 1.5);
    translate: 0 -50%;
  }
  [data-place='end'] {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }
  [data-place='start'] {
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }
  button {
    display: flex;
    gap: 8px;
    place-content: center;
    align-items: center;
    min-inline-size: 0;
    padding: 8px 16px;
    background: none;
    border-radius: inherit;
  }
  /* On any background, one of the two colours is visible. */
  button:focus-visible {
    outline-color: #10142b;
    box-shadow: 0 0 0 2px #fff;
  }
  .tab button {
    padding: 14px 8px;
    writing-mode: vertical-rl;
  }
  [part='label'] {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .small [part='label'] {
    position: absolute;
    clip-path: inset(50%);
  }
  [part='base'] > [part='hide'],
  .small > button {
    flex: none;
    inline-size: var(--_target);
    padding: 8px;
  }
  svg {
    inline-size: 20px;
    block-size: 20px;
  }
  [part='hide'] svg {
    inline-size: 16px;
  }
  [part='badge'] {
    position: absolute;
    inset-block-start: -2px;
    inset-inline-start: 0;
    inline-size: 14px;
    block-size: 14px;
    background: light-dark(#d92d20, #ff8a80);
    border: 2px solid var(--_surface);
    border-radius: 50%;
    forced-color-adjust: none;
  }
  /* On paper, a fixed element would cover text on each page. */
  @media print {
    [part='base'],
    .window {
      display: none;
    }
  }
  @media (forced-colors: active) {
    [part='base'] {
      border: 1px solid;
    }
  }
`;
