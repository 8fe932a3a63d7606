/** Two buttons that explain the prompts and delete their history. They appear once a prompt has opened. */

/** The key in `localStorage` with the history of the prompts. */
const HISTORY_KEY = 'heed-prompts';

export function startPrompts(): void {
  const row = document.querySelector<HTMLElement>('.prompts');
  const why = document.querySelector<HTMLElement>('#why');
  const prompts = document.querySelectorAll('heed-prompt');
  if (!row || !why) return;
  row.hidden = !wasAsked();
  document.addEventListener('heed-show', () => {
    row.hidden = false;
  });
  why.addEventListener('click', () => {
    const isPressed = why.getAttribute('aria-pressed') !== 'true';
    why.setAttribute('aria-pressed', String(isPressed));
    // Only prompts that open automatically have rules.
    for (const prompt of prompts) prompt.toggleAttribute('explain', isPressed && prompt.hasAttribute('when'));
  });
  document.querySelector('#forget')?.addEventListener('click', () => {
    for (const prompt of prompts) prompt.forget();
  });
}

function wasAsked(): boolean {
  try {
    return localStorage.getItem(HISTORY_KEY)?.includes('"shown"') ?? false;
  } catch {
    return false;
  }
}
