import { css } from 'lit';

/**
 * A step of a scale or an option of a list. A transparent native radio button or checkbox covers it, so that pointer
 * and assistive technology reach the real control, and its focus ring is the focus ring of the option.
 */
export const optionStyles = css`
  [part~='option'] {
    position: relative;
    display: flex;
    align-items: center;
    justify-content: center;
    min-block-size: var(--_target);
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
  @media (prefers-reduced-motion: no-preference) {
    [part~='option'] {
      transition: 120ms ease-out;
      transition-property: color, background-color, border-color;
    }
  }
  @media (forced-colors: active) {
    [part~='option-chosen'] {
      forced-color-adjust: none;
      /* A pair of system colours, which overrides the colours of every look. */
      color: HighlightText !important;
      background: Highlight !important;
    }
  }
`;
