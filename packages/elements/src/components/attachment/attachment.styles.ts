import { css } from 'lit';

export const attachmentStyles = css`
  [part='field'] {
    display: grid;
    gap: 8px;
    overflow-wrap: anywhere;
  }
  [part~='zone'] {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: center;
    padding: 12px;
    border: 1.5px dashed var(--_line);
    border-radius: var(--_radius);
  }
  [part='choose'],
  [part='camera'] {
    display: inline-flex;
    gap: 8px;
    align-items: center;
    padding-inline: 12px 16px;
    color: var(--_accent);
    background: var(--_surface);
    border: var(--_outline);
  }
  :is([part='choose'], [part='camera']):not(:disabled):hover {
    background: var(--_soft);
  }
  [part='choose'] svg,
  [part='camera'] svg {
    inline-size: 20px;
  }
  [part='or-drop'] {
    color: var(--_quiet);
    font-size: 0.9375em;
  }
  [part='limits'] {
    flex-basis: 100%;
  }
  /* Covers the zone without changing it: elements that "dragenter" fired on must still be there for "dragleave". */
  [part='drop'] {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    color: var(--_accent);
    font-weight: 600;
    background: var(--_soft);
    border-radius: inherit;
    pointer-events: none;
  }
  [part~='zone-target'] {
    border-color: var(--_accent);
    border-style: solid;
  }
  #error > div {
    display: grid;
    gap: 4px;
  }
  @media not (pointer: coarse) {
    [part='camera'] {
      display: none;
    }
  }
  @media not (hover: hover) {
    [part='or-drop'] {
      display: none;
    }
  }
`;
