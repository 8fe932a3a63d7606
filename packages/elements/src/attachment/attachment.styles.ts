import { css } from 'lit';

export const attachmentStyles = css`
  [part='field'] {
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
  :is([part='choose'], [part='camera'], [part='remove']):not(:disabled):hover {
    background: var(--_soft);
  }
  [part='choose'] svg,
  [part='camera'] svg,
  [part='remove'] svg {
    inline-size: 20px;
  }
  [part='or-drop'] {
    color: var(--_quiet);
    font-size: 0.9375em;
  }
  [part='limits'] {
    flex-basis: 100%;
  }
  /* Lies over the rest, which stays where it is: what the pointer has entered must be there when it leaves. */
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
  [part='files'] {
    display: grid;
    gap: 8px;
    padding: 0;
    list-style: none;
  }
  [part='file'] {
    display: grid;
    grid-template-columns: 48px 1fr auto;
    column-gap: 12px;
    align-items: center;
    padding: 6px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
  }
  [part='preview'],
  [part='file'] > svg {
    grid-row: span 2;
    inline-size: 48px;
    block-size: 48px;
    border-radius: max(2px, var(--_radius) - 4px);
  }
  [part='file'] > svg {
    padding: 12px;
    color: var(--_quiet);
    background: color-mix(in srgb, var(--_ink) 5%, var(--_surface));
  }
  [part='file-name'] {
    display: flex;
    align-self: end;
    min-inline-size: 0;
    font-size: 0.9375em;
    white-space: pre;
  }
  [part='file-name']:nth-last-child(2) {
    grid-row: span 2;
    align-self: center;
    white-space: normal;
  }
  [part='file-name'] span:first-child {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  [part='file-size'] {
    grid-column: 2;
    align-self: start;
  }
  [part='remove'] {
    display: grid;
    grid-row: 1 / span 2;
    grid-column: 3;
    place-items: center;
    inline-size: var(--_target);
    padding: 0;
    color: var(--_quiet);
    background: none;
  }
  #error {
    display: grid;
    gap: 4px;
  }
  .announcement {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
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
