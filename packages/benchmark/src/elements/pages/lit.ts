/** The minimum of Lit code for a question with eleven steps. It is the baseline of the other elements. */
import { css, html, LitElement, type PropertyDeclarations } from 'lit';

class BareScale extends LitElement {
  static override properties: PropertyDeclarations = { question: {}, value: { type: Number } };
  static override styles = css`
    fieldset {
      display: flex;
      border: 0;
    }
    label {
      flex: 1;
      min-height: 44px;
      text-align: center;
    }
  `;
  declare question: string;
  declare value: number | null;

  constructor() {
    super();
    this.value = null;
  }

  override render(): unknown {
    return html`<fieldset @change=${this.#onChange}>
      <legend>${this.question}</legend>
      ${STEPS.map(
        (step) =>
          html`<label>
            <input type="radio" name="step" .value=${String(step)} .checked=${step === this.value} />${step}
          </label>`,
      )}
    </fieldset>`;
  }

  #onChange = (event: Event): void => {
    this.value = Number((event.target as HTMLInputElement).value);
  };
}

const STEPS = Array.from({ length: 11 }, (_, step) => step);

customElements.define('bare-scale', BareScale);
