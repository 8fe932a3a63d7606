import { css } from 'lit';

/**
 * Styles of every element: colours derived from the accent, the card, the question, the button, and the outcome.
 * In oklch, a lightness of at most 0.51 on light and at least 0.75 on dark backgrounds has a contrast of 4.5:1 in any
 * hue.
 */
export const baseStyles = css`
  :host {
    --_accent: light-dark(
      oklch(from var(--_brand) min(l, 0.51) c h),
      oklch(from var(--_brand) max(l, 0.75) c h)
    );
    --_on-accent: light-dark(#fff, #10142b);
    --_soft: color-mix(in oklab, var(--_accent) 12%, var(--_surface));
    --_outline: var(--_stroke) solid var(--_line);
    --_space: calc(var(--_gap) * var(--_density));
    --_target: max(24px, 44px * var(--_density));
    --_radius: var(--_corner);
    display: block;
  }
  /* Not on the host: a CSS reset of the page would override it. */
  .room {
    inline-size: 100%;
    color: var(--_ink);
    line-height: 1.4;
    /* Properties that a page sets for its paragraphs, and that an element would inherit. */
    text-align: start;
    text-indent: 0;
    white-space: normal;
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
  /* Not a grid, which looks the same: with a hundred questions in a page, layout takes half the time. */
  form,
  [part='group'] {
    display: flex;
    flex-direction: column;
    gap: var(--_space);
  }
  .card {
    padding: var(--_inset);
    background: var(--_surface);
    border: var(--_stroke) solid var(--_edge);
    border-radius: calc(var(--_radius) * 1.5);
    box-shadow: var(--_shadow);
  }
  [part='question'] {
    /* Space for the close button of a prompt. */
    padding-inline-end: var(--_aside, 0px);
    font-size: 1.0625em;
    font-weight: 600;
    text-wrap: balance;
    overflow-wrap: anywhere;
    /* Keeps the direction of a question in another script than the page. */
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: plaintext;
  }
  /* The page's label shows the question. Here it still names the control. */
  :host(:state(labelled)) [part='question'] {
    position: absolute;
    clip-path: inset(50%);
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
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
  small,
  [part='ends'],
  [part='error'] {
    color: var(--_quiet);
    font-size: 0.8125rem;
    font-weight: 400;
  }
  button {
    align-self: end;
    min-block-size: var(--_target);
    padding: 8px 20px;
    color: var(--_on-accent);
    font: inherit;
    font-weight: 600;
    background: var(--_accent);
    /* In forced colours, only the border distinguishes a button from text. */
    border: 1px solid transparent;
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
  [part='error'],
  [part='status'] {
    display: flex;
    align-items: start;
    gap: 12px;
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
  [aria-live]:is(:empty, :has(> [hidden])),
  [part='status']:not([class]) {
    position: absolute;
  }
  /* Makes a screen reader pause after the title. On the same line, so that it does not read the full stop. */
  [part='status-title']::after {
    content: '. ';
    opacity: 0;
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
  /* Without scripts, controls that do not work are hidden; the question stays. */
  @media (scripting: none) {
    [part='base'] :is(button, input, textarea, [part~='option']) {
      display: none;
    }
  }
  /* A finger needs a larger target than a mouse. */
  @media (pointer: coarse) {
    :host {
      --_target: 44px;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
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
`;
