import { css } from 'lit';

/** Stars fill up to the chosen one; a face or a thumb is chosen alone. Numbers share the look of the scale. */
export const csatStyles = css`
  :is(.stars, .faces, .thumbs) {
    --_star: var(--heed-color-star, light-dark(#b45309, #fbbf24));
    inline-size: fit-content;
    max-inline-size: 100%;
  }
  :is(.stars, .faces, .thumbs) [part='scale'] {
    gap: 0;
    /* The drawing, not its target, stands under the question's first letter. */
    margin-inline-start: -6px;
  }
  :is(.stars, .faces, .thumbs) svg {
    inline-size: 100%;
    max-inline-size: 40px;
    block-size: auto;
  }
  .stars svg {
    color: var(--_star);
    stroke-width: 1.5;
  }
  .stars [part~='option-filled'] svg {
    fill: currentColor;
  }
  :is(.faces, .thumbs) [part~='option'] {
    color: var(--_quiet);
    border-radius: 50%;
  }
  :is(.faces, .thumbs) [part~='option-chosen'] {
    color: var(--_accent);
    background: var(--_soft);
  }
  :is(.faces, .thumbs) [part~='option-chosen'] svg {
    stroke-width: 2.2;
  }
  :is(.stars, .faces, .thumbs) [part~='option'] {
    flex: 0 1 auto;
    inline-size: 52px;
    min-inline-size: 24px;
  }
  /* The words of each thumb stand under it. */
  .thumbs :is([part='scale'], [part='ends']) {
    display: grid;
    grid-template-columns: 1fr 1fr;
    justify-items: center;
    margin-inline: 0;
    text-align: center;
  }
  .thumbs [part='ends'] span + span {
    text-align: center;
  }
  .thumbs [part~='option'] {
    inline-size: 52px;
  }
  .thumbs [part~='option']:first-child svg {
    rotate: 180deg;
  }
  @media (hover: hover) {
    .stars [part~='option']:is(:has(~ :hover input:enabled), :has(input:enabled:hover)) svg {
      fill: color-mix(in oklab, currentColor 35%, transparent);
    }
    :is(.faces, .thumbs) [part~='option']:not([part~='option-disabled']):hover {
      color: var(--_accent);
      background: var(--_soft);
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
