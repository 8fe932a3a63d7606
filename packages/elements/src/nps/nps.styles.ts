import { css } from 'lit';

/** Eleven steps do not fit a phone: there they stand in rows of six and five, and the ends carry their numbers. */
export const npsStyles = css`
  @container (inline-size < 400px) {
    [part='scale'] {
      grid-template-columns: repeat(6, 1fr);
      grid-auto-flow: row;
    }
    [part='ends'] b {
      display: inline;
    }
  }
`;
