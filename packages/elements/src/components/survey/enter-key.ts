/** A survey, or a form of the page that contains it. */
interface Submittable extends HTMLElement {
  form: HTMLFormElement | null;
  requestSubmit(): void;
}

/**
 * Makes Enter in a radio button or checkbox go to the next step. If a form has no submit button, Chromium submits it on
 * Enter in a text field only.
 */
export function advanceOnEnter(survey: Submittable): void {
  survey.addEventListener('keydown', (event) => {
    const [origin] = event.composedPath();
    if (event.key !== 'Enter' || !(origin instanceof HTMLInputElement) || !/radio|checkbox/.test(origin.type))
      return;
    event.preventDefault();
    const { form } = origin;
    if (form === survey.form) survey.requestSubmit();
    // A field of the form may hide its member `requestSubmit`.
    else if (form) HTMLFormElement.prototype.requestSubmit.call(form);
  });
}
