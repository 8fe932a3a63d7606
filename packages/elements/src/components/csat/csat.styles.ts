import { css } from 'lit';

/** Stars fill up to the chosen one; a face or a thumb is chosen alone. Numbers share the look of the scale. */
export const csatStyles = css`
  :is(.stars, .faces, .thumbs) {
    inline-size: fit-content;
    max-inline-size: 100%;
    [part='scale'] {
      gap: 0;
      /* The drawing, not its target, stands under the question's first letter. */
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
    /* Without colour, a filled disc still tells it from the others. */
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
  /* The words of each thumb stand under it. */
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
  /* Browsers do not force the colours of drawings. */
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
