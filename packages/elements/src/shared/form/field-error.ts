import { html, type TemplateResult } from 'lit';
import { icon, PATHS } from '../rendering/icons.ts';

/**
 * The error of a field in its own live region, which exists before the error does. It takes no space while it is empty.
 *
 * @param id the id of the error, for `aria-describedby`
 * @param attempt the number of the failed attempt, see `HeedElement.attempt`
 */
export function renderError(id: string, message: string, attempt?: number): TemplateResult {
  return announce(renderMessage(id, message), attempt);
}

/** An error with an icon, so that it does not depend on colour. Hidden while the message is empty. */
export function renderMessage(id: string, message: string): TemplateResult {
  return html`<p part="error" id=${id} ?hidden=${!message}>${icon(PATHS.refused)}<span>${message}</span></p>`;
}

/**
 * A live region, which takes no space while it is empty.
 *
 * @param attempt the number of the failed attempt; below 0 the region is silent
 */
export function announce(content: unknown, attempt = 0): TemplateResult {
  // Screen readers announce only what is new in a region. In an array, Lit draws the same content as new elements.
  return html`<div aria-live=${attempt < 0 ? 'off' : 'polite'}>${attempt % 2 ? [content] : content}</div>`;
}
