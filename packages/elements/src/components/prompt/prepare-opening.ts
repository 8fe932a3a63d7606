/** Prepares the content and place of a prompt before the page is notified. */
import { whenUsable } from './obstacles.ts';
import { choosePlacement, type Placement } from './placement.ts';
import { fillFromTemplate, isEmpty, resetContent, whenRendered } from './prompt-content.ts';
import type { PromptOptions } from './prompt-options.ts';
import type { ContentState, OpenMode } from './prompt-session.ts';

interface Opening {
  readonly prompt: PromptOptions & { readonly open?: boolean };
  readonly content: ContentState;
  readonly mode: OpenMode;
  readonly defaultTitle: string;
  readonly signal: AbortSignal;
  /** Resolves to false if another prompt has the lock. */
  acquireLock(): Promise<boolean>;
  /** Called with the current obstacle, or `undefined` if there is none. */
  report(obstacle: string | undefined): void;
}

/** Returns where the prompt can be displayed, or `undefined` if it has to stay closed. */
export async function prepareOpening(opening: Opening): Promise<Placement | undefined> {
  const { prompt, content, mode, defaultTitle, signal, acquireLock, report } = opening;
  let obstacle: string | undefined;
  const note = (found: string | undefined): void => report((obstacle = found));
  // Renders the status region, whose visibility is checked.
  prompt.requestUpdate();
  await prompt.updateComplete;
  if (mode === 'rules') await whenUsable(prompt, mode, note, signal);
  if (!(await acquireLock())) return undefined;
  fillFromTemplate(prompt);
  if (content.isUsed) {
    resetContent(prompt);
    content.isUsed = content.hasInput = false;
  }
  const isRendered = await whenRendered(prompt);
  await whenUsable(prompt, mode, note, signal);
  const placement = await choosePlacement(prompt, defaultTitle, signal);
  if (!isRendered) note('The content was not rendered within 5 seconds.');
  else if (isEmpty(prompt)) note('The content is empty, or its survey is closed.');
  else if (mode === 'rules' && !placement.isAnchorVisible) note('The anchor is not visible.');
  return obstacle ? undefined : placement;
}
