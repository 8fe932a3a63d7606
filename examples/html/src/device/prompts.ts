/** What this device remembers of the prompts, in two buttons; they appear once something was asked. */

/** Where the prompts keep when they were shown. */
const KEY = 'heed-prompts';

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
    // Of those that open by themselves.
    for (const prompt of prompts) prompt.toggleAttribute('explain', isPressed && prompt.hasAttribute('when'));
  });
  document.querySelector('#forget')?.addEventListener('click', () => {
    for (const prompt of prompts) prompt.forget();
  });
}

function wasAsked(): boolean {
  try {
    return localStorage.getItem(KEY)?.includes('"shown"') ?? false;
  } catch {
    return false;
  }
}
