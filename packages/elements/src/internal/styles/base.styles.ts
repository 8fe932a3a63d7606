import { css } from 'lit';

/**
 * What every element shares: colours derived from one accent, the card, buttons, fields and the outcome.
 * Public properties are read, never set, so that any ancestor in the page may set them; `--_…` are our own.
 * In oklch a lightness of at most 0.52 on light ground and at least 0.75 on dark ground holds 4.5:1 for any hue.
 */
export const baseStyles = css`
  :host {
    --_brand: var(--heed-color-accent, #3b4fd8);
    --_accent: light-dark(
      oklch(from var(--_brand) min(l, 0.52) c h),
      oklch(from var(--_brand) max(l, 0.75) c h)
    );
    --_on-accent: light-dark(#fff, #10142b);
    --_surface: var(--heed-color-surface, light-dark(#fff, #1b1e29));
    --_soft: color-mix(in oklab, var(--_accent) 12%, var(--_surface));
    --_ink: var(--heed-color-text, light-dark(#14161f, #eef0f6));
    --_quiet: var(--heed-color-text-quiet, light-dark(#555a6b, #a6acbd));
    --_outline: var(--heed-color-outline, light-dark(#868c9e, #7b8195));
    --_bad: light-dark(#b3261e, #ff9d93);
    --_space: var(--heed-space, 4px);
    --_radius: var(--heed-radius, 12px);
    --_radius-s: min(8px, var(--_radius));
    display: block;
    color: var(--_ink);
    line-height: 1.45;
    container-type: inline-size;
    contain-intrinsic-inline-size: 280px;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  * {
    box-sizing: border-box;
  }
  p {
    margin: 0;
  }
  .card {
    padding: calc(5 * var(--_space));
    background: var(--_surface);
    border: 1px solid light-dark(#d8dbe4, #3a3f50);
    border-radius: var(--_radius);
    box-shadow: var(--heed-shadow, none);
  }
  [part='question'] {
    margin-block-end: calc(3.5 * var(--_space));
    font-size: 1.0625em;
    font-weight: 600;
    line-height: 1.35;
    text-wrap: balance;
    overflow-wrap: anywhere;
    /* A question in another script than the page keeps its own order of words and stops. */
    text-align: match-parent;
    unicode-bidi: plaintext;
  }
  svg {
    flex: none;
    inline-size: 28px;
    block-size: 28px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  [part='field'] {
    display: block;
    margin-block-start: calc(4 * var(--_space));
  }
  [part='label'] {
    display: block;
    margin-block-end: calc(1.5 * var(--_space));
    font-size: 0.9375em;
    font-weight: 600;
  }
  small {
    color: var(--_quiet);
    font-size: 0.875em;
    font-weight: 400;
  }
  [part='input'] {
    display: block;
    inline-size: 100%;
    min-block-size: 44px;
    padding: calc(2.5 * var(--_space)) calc(3 * var(--_space));
    color: inherit;
    /* Below 16 px, phones zoom the page in when a field gets the focus. */
    font: inherit;
    font-size: max(16px, 1em);
    background: var(--_surface);
    border: 1px solid var(--_outline);
    border-radius: var(--_radius-s);
    resize: vertical;
  }
  [part='actions'] {
    display: flex;
    justify-content: flex-end;
    margin-block-start: calc(4 * var(--_space));
  }
  button {
    min-block-size: 44px;
    padding: calc(2 * var(--_space)) calc(5 * var(--_space));
    color: var(--_on-accent);
    font: inherit;
    font-weight: 600;
    background: var(--_accent);
    border: 1px solid transparent;
    border-radius: var(--_radius-s);
    cursor: pointer;
  }
  button:hover {
    background: color-mix(in oklab, var(--_accent) 88%, var(--_ink));
  }
  :disabled {
    cursor: default;
    opacity: 0.6;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  /*
   * A radio button without a look of its own, over the whole of its option: pointer and assistive technology meet the
   * real control, and its focus ring is the option's.
   */
  [part~='option'] {
    position: relative;
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
  }
  [part~='option'] input {
    position: absolute;
    inset: -1px;
    margin: 0;
    appearance: none;
    border-radius: inherit;
    cursor: inherit;
  }
  [part~='option-disabled'] {
    cursor: default;
    opacity: 0.6;
  }
  [part='error'] {
    display: flex;
    gap: calc(1.5 * var(--_space));
    margin-block-start: calc(1.5 * var(--_space));
    color: var(--_bad);
    font-size: 0.875em;
  }
  [part='error'] svg {
    inline-size: 1.4em;
    block-size: 1.4em;
  }
  [part='status'] {
    display: flex;
    gap: calc(3 * var(--_space));
    outline: none;
  }
  [part='status'] > svg {
    color: light-dark(#0b7a4b, #5fd6a0);
  }
  .stored > svg {
    color: light-dark(#8a5a00, #f2c063);
  }
  .refused {
    margin-block-start: calc(4 * var(--_space));
  }
  .refused > svg {
    color: var(--_bad);
  }
  [part='status'] > div {
    flex: 1;
    min-inline-size: 0;
  }
  [part='status-text'] {
    margin-block-start: 2px;
    color: var(--_quiet);
    overflow-wrap: anywhere;
  }
  @media (prefers-reduced-motion: no-preference) {
    .sent,
    .stored,
    .refused {
      animation: arrive 180ms ease-out;
    }
    @keyframes arrive {
      from {
        opacity: 0;
        translate: 0 6px;
      }
    }
  }
`;
