import { css } from 'lit';

/**
 * What every element shares: colours derived from one accent, the card, buttons, fields and the outcome.
 * Public properties are read, never set, so that any ancestor in the page may set them; `--_…` are our own.
 * In oklch a lightness of at most 0.51 on light ground and at least 0.75 on dark ground holds 4.5:1 for any hue.
 */
export const baseStyles = css`
  :host {
    --_brand: var(--heed-color-accent, #3b4fd8);
    --_accent: light-dark(
      oklch(from var(--_brand) min(l, 0.51) c h),
      oklch(from var(--_brand) max(l, 0.75) c h)
    );
    --_surface: var(--heed-color-surface, light-dark(#fff, #1b1e29));
    --_ink: var(--heed-color-text, light-dark(#14161f, #eef0f6));
    --_quiet: var(--heed-color-text-quiet, light-dark(#555a6b, #a6acbd));
    --_outline: 1px solid var(--heed-color-outline, light-dark(#868c9e, #7b8195));
    --_soft: color-mix(in oklab, var(--_accent) 12%, var(--_surface));
    --_bad: light-dark(#b3261e, #ff9d93);
    --_space: var(--heed-space, 16px);
    --_radius: var(--heed-radius, 8px);
    display: block;
    color: var(--_ink);
    line-height: 1.4;
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
    margin: 0;
  }
  form,
  [part='group'] {
    display: grid;
    gap: var(--_space);
  }
  .card {
    padding: calc(var(--_space) * 1.25);
    background: var(--_surface);
    border: 1px solid light-dark(#d8dbe4, #3a3f50);
    border-radius: calc(var(--_radius) * 1.5);
    box-shadow: var(--heed-shadow, none);
  }
  [part='question'] {
    font-size: 1.0625em;
    font-weight: 600;
    text-wrap: balance;
    overflow-wrap: anywhere;
    /* A question in another script than the page keeps its own order of words and stops. */
    text-align: match-parent;
    unicode-bidi: plaintext;
  }
  [part='group'] {
    gap: calc(var(--_space) / 2);
  }
  [part='group'] [part='question'] {
    margin-block-end: 4px;
  }
  svg {
    flex: none;
    inline-size: 28px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  [part='field'] {
    display: grid;
    gap: 6px;
  }
  [part='label'] {
    font-size: 0.9375em;
    font-weight: 600;
  }
  small,
  [part='ends'],
  [part='error'] {
    color: var(--_quiet);
    font-size: 0.8125rem;
    font-weight: 400;
  }
  [part='input'] {
    inline-size: 100%;
    min-block-size: 44px;
    padding: 10px 12px;
    color: inherit;
    font: inherit;
    /* Below 16 px, phones zoom the page in when a field gets the focus. */
    font-size: max(16px, 1em);
    background: var(--_surface);
    border: var(--_outline);
    border-radius: var(--_radius);
    resize: vertical;
  }
  [part='input'][aria-invalid='true'] {
    border-color: var(--_bad);
    box-shadow: inset 0 0 0 1px var(--_bad);
  }
  [part='consent'] {
    display: flex;
    gap: 10px;
    align-items: center;
    min-block-size: 44px;
    font-size: 0.9375em;
    cursor: pointer;
  }
  [part='consent'] input {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    accent-color: var(--_accent);
  }
  button {
    justify-self: end;
    min-block-size: 44px;
    padding: 8px 20px;
    color: light-dark(#fff, #10142b);
    font: inherit;
    font-weight: 600;
    background: var(--_accent);
    border: 0;
    border-radius: var(--_radius);
    cursor: pointer;
  }
  button:hover {
    background: color-mix(in oklab, var(--_accent) 88%, var(--_ink));
  }
  button:disabled,
  [part~='option-disabled'] {
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
    display: grid;
    place-items: center;
    min-block-size: 44px;
    border-radius: var(--_radius);
    cursor: pointer;
  }
  [part~='option'] input {
    position: absolute;
    inset: -1px;
    appearance: none;
    border-radius: inherit;
    cursor: inherit;
  }
  [part='error'],
  [part='status'] {
    display: flex;
    align-items: start;
    gap: 12px;
    outline: none;
  }
  [part='error'] {
    gap: 6px;
    color: var(--_bad);
  }
  [part='error'] svg {
    inline-size: 18px;
  }
  [part='status'] > div {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  /* Takes no gap while it is empty. */
  [part='status']:not([class]) {
    position: absolute;
  }
  .sent > svg {
    color: light-dark(#0b7a4b, #5fd6a0);
  }
  .stored > svg {
    color: light-dark(#8a5a00, #f2c063);
  }
  .refused > svg {
    color: var(--_bad);
  }
  [part='status-text'] {
    color: var(--_quiet);
  }
  @media (prefers-reduced-motion: no-preference) {
    [part~='option'] {
      transition: 120ms ease-out;
    }
    [part='status'][class] {
      animation: arrive 180ms ease-out;
    }
    @keyframes arrive {
      from {
        opacity: 0;
        translate: 0 6px;
      }
    }
  }
  @media (forced-colors: active) {
    [part~='option-chosen'] {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
    }
  }
`;
