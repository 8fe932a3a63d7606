import { css } from 'lit';

export const surveyStyles = css`
  [part='body'],
  [part='step'],
  ::slotted(:is(section, div, fieldset)) {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 1.25);
  }
  .page {
    gap: calc(var(--_space) * 2);
  }
  [part='question'] {
    font-size: 1.25em;
  }
  /* High enough that the buttons do not move between most questions. */
  .steps {
    min-block-size: var(--heed-survey-step-height, 152px);
  }
  /* Less prominent than the current question. */
  .asking [part='question'] {
    color: var(--_quiet);
    font-size: 0.9375em;
  }
  ::slotted(*) {
    margin-block: 0;
  }
  /* A server cannot evaluate conditions, so it shows the first child. */
  .drawn ::slotted(:nth-child(n + 2)),
  ::slotted([hidden]) {
    display: none !important;
  }
  ::slotted(img) {
    max-inline-size: 100%;
    block-size: auto;
  }
  #ending {
    display: contents;
  }
  /* On the opposite side of "next". */
  [part='back'] {
    margin-inline: 0 auto;
    padding-inline: 0 12px;
    border-color: transparent;
  }
  [part='back']:hover {
    text-decoration: underline;
    background: none;
  }
  [part='next'],
  [part='submit'] {
    min-inline-size: 104px;
  }
  @media (prefers-reduced-motion: no-preference) {
    .moved {
      --_from: 12px;
    }
    .moved.back,
    .moved:dir(rtl) {
      --_from: -12px;
    }
    .moved.back:dir(rtl) {
      --_from: 12px;
    }
    .moved ::slotted(*) {
      animation: move 160ms ease-out;
    }
    @keyframes move {
      from {
        opacity: 0;
        translate: var(--_from) 0;
      }
    }
  }
`;
