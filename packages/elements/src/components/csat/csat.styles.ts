import { css } from 'lit';

/** Stars are filled up to the chosen one; faces and thumbs are chosen one at a time. Numbers use the styles of the scale. */
export const csatStyles = css`
  :is(.stars, .faces, .thumbs) {
    inline-size: fit-content;
    max-inline-size: 100%;
    [part='scale'] {
      gap: 0;
      /* Aligns the drawing, not its target, with the first letter of the question. */
      margin-inline-start: -6px;
    }
    [part~='option'] {
      flex: initial;
      inline-size: 52px;
      min-inline-size: 24px;
    }
    svg {
      inline-size: min(100%, 40px);
    }
  }
  .stars {
    svg {
      color: var(--heed-color-star, light-dark(#b45309, #fbbf24));
      stroke-width: 1.5;
    }
    [part~='option-filled'] svg {
      fill: currentColor;
    }
  }
  :is(.faces, .thumbs) {
    [part~='option'] {
      color: var(--_quiet);
      border-radius: calc(var(--_target) / 2);
    }
    /* A filled disc marks the chosen icon without relying on colour. */
    [part~='option-chosen'] {
      color: var(--_on-accent);
      background: var(--_accent);
    }
    [part~='option-chosen'] svg {
      stroke-width: 2.2;
    }
    @media (hover: hover) {
      [part~='option']:not([part~='option-chosen']):has(:enabled:hover) {
        color: var(--_accent);
        background: var(--_soft);
      }
    }
  }
  /* Each label is below its thumb. */
  .thumbs {
    [part='scale'],
    [part='ends'] {
      display: grid;
      grid-template-columns: 1fr 1fr;
      justify-items: center;
      margin-inline: 0;
    }
    [part='ends'] span {
      text-align: center;
    }
    :first-child > svg {
      rotate: 180deg;
    }
  }
  @media (hover: hover) {
    .stars [part~='option']:has(~ :hover :enabled, :enabled:hover) svg {
      fill: currentColor;
      fill-opacity: 0.35;
    }
  }
  /* Browsers do not force the colours of SVG. */
  @media (forced-colors: active) {
    .stars svg {
      color: ButtonText;
    }
    .stars [part~='option-chosen'] svg {
      color: inherit;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    [part~='option-chosen'] svg {
      animation: chosen 160ms ease-out;
    }
    @keyframes chosen {
      50% {
        scale: 1.12;
      }
    }
  }
`;
