import { css } from 'lit';

/**
 * A step of a scale or an entry of a list: a radio button or a box without a look of its own over the whole of its
 * option, so that pointer and assistive technology meet the real control, and its focus ring is the option's.
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
      /* Colours that the system means for each other, over those of any look. */
      color: HighlightText !important;
      background: Highlight !important;
    }
  }
`;
