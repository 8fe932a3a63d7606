import { html, type TemplateResult } from 'lit';
import { icon, PATHS } from '../rendering/icons.ts';

/**
 * Renders the error of a field in a live region, which exists before the error does and takes no space while it is
 * empty.
 *
 * @param id the id of the error, for `aria-describedby`
 * @param attempt the number of the failed attempt, see `FormControl`
 */
export function renderError(id: string, message: string, attempt?: number): TemplateResult {
  return announce(renderMessage(id, message), attempt);
}

/** Renders an error with an icon, so that it does not depend on colour. Hidden while the message is empty. */
export function renderMessage(id: string, message: string): TemplateResult {
  return html`<p part="error" id=${id} ?hidden=${!message}>${icon(PATHS.refused)}<span>${message}</span></p>`;
}

/**
 * Renders a live region, which takes no space while it is empty.
 *
 * @param attempt the number of the failed attempt; below 0 the region is silent
 */
export function announce(content: unknown, attempt = 0): TemplateResult {
  // Screen readers announce only new content. In an array, Lit renders the same content as new elements.
  return html`<div aria-live=${attempt < 0 ? 'off' : 'polite'}>${attempt % 2 ? [content] : content}</div>`;
}
