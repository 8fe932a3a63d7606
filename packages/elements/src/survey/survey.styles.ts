import { css } from 'lit';

export const surveyStyles = css`
  [part='body'],
  [part='step'] {
    display: flex;
    flex-direction: column;
    gap: var(--_space);
  }
  [part='body'] {
    gap: calc(var(--_space) * 1.25);
  }
  /* So high that the buttons stay where they are for most questions. */
  .steps {
    min-block-size: var(--heed-survey-step-height, 152px);
  }
  ::slotted(*) {
    margin-block: 0;
  }
  ::slotted([hidden]) {
    display: none !important;
  }
  ::slotted(img) {
    max-inline-size: 100%;
    block-size: auto;
  }
  [part='step']:focus {
    outline: none;
  }
  .page {
    gap: calc(var(--_space) * 2);
  }
  @media (prefers-reduced-motion: no-preference) {
    .moved ::slotted(*) {
      animation: move 160ms ease-out;
    }
    .moved {
      --_from: 12px;
    }
    .moved.back {
      --_from: -12px;
    }
    .moved:dir(rtl) {
      --_from: -12px;
    }
    .moved.back:dir(rtl) {
      --_from: 12px;
    }
    @keyframes move {
      from {
        opacity: 0;
        translate: var(--_from) 0;
      }
    }
  }
`;
