import { css } from 'lit';

/** A pill in a corner, or a tab at the edge. */
export const launcherStyles = css`
  :host {
    --_shadow: var(
      --heed-launcher-shadow,
      var(--heed-shadow, 0 1px 3px rgb(0 0 0 / 0.16), 0 6px 16px rgb(0 0 0 / 0.16))
    );
    --_block: var(--heed-launcher-inset-block, 16px);
    --_inline: var(--heed-launcher-inset-inline, 16px);
    --_up: 0px;
    display: contents;
  }
  [part='base'] {
    position: fixed;
    z-index: 10;
    display: flex;
    align-items: center;
    max-inline-size: calc(100vw - 2 * var(--_inline));
    background: var(--_accent);
    border-radius: 999px;
    box-shadow: var(--_shadow);
    color: var(--_on-accent);
  }
  [data-place^='bottom'] {
    inset-block-end: calc(max(var(--_block), env(safe-area-inset-bottom)) + var(--_up));
  }
  [data-place^='top'] {
    inset-block-start: calc(max(var(--_block), env(safe-area-inset-top)) + var(--_up));
  }
  [data-place$='-end'] {
    inset-inline-end: max(var(--_inline), env(safe-area-inset-right));
  }
  [data-place$='-start'] {
    inset-inline-start: max(var(--_inline), env(safe-area-inset-left));
  }
  .tab {
    inset-block-start: calc(50% - var(--_up));
    flex-direction: column;
    max-block-size: 70dvh;
    translate: 0 -50%;
  }
  .tab[data-place='end'] {
    inset-inline-end: env(safe-area-inset-right);
    border-start-end-radius: 0;
    border-end-end-radius: 0;
    border-start-start-radius: calc(var(--_radius) * 1.5);
    border-end-start-radius: calc(var(--_radius) * 1.5);
  }
  .tab[data-place='start'] {
    inset-inline-start: env(safe-area-inset-left);
    border-start-start-radius: 0;
    border-end-start-radius: 0;
    border-start-end-radius: calc(var(--_radius) * 1.5);
    border-end-end-radius: calc(var(--_radius) * 1.5);
  }
  button {
    display: flex;
    gap: 8px;
    align-items: center;
    align-self: stretch;
    padding: 8px 18px 8px 14px;
    background: none;
    border-radius: inherit;
  }
  button:dir(rtl) {
    padding: 8px 14px 8px 18px;
  }
  button:hover {
    background: rgb(255 255 255 / 0.14);
  }
  .tab button {
    padding: 14px 8px;
    writing-mode: vertical-rl;
  }
  .tab [part='label'] {
    max-block-size: 1.4em;
  }
  [part='button'],
  [part='label'] {
    min-inline-size: 0;
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
  .small [part='button'] {
    justify-content: center;
    inline-size: var(--_target);
    padding: 8px;
  }
  [part='base'] [part='hide'] {
    flex: none;
    justify-content: center;
    inline-size: var(--_target);
    padding: 4px;
    opacity: 0.85;
  }
  .pill [part='button']:not(:last-child) {
    padding-inline-end: 4px;
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
  }
  @media (forced-colors: active) {
    [part='base'] {
      border: 1px solid;
    }
    [part='badge'] {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
