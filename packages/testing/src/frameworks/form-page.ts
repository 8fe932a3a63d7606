import { clickOn, until, type TestElement } from '../suites/page.ts';
import { expect } from 'chai';

export type Control = TestElement & { value: unknown };

/** Drives a form like a user. */
export class FormPage {
  readonly host: HTMLElement = document.createElement('main');

  constructor() {
    document.body.append(this.host);
  }

  control(tag: string): Control {
    const found = this.host.querySelector<Control>(tag);
    if (!found) throw new Error(`The page does not contain <${tag}>.`);
    return found;
  }

  /** Returns a native input inside an element by its accessible name. */
  input(tag: string, name: string): HTMLInputElement {
    const inputs = this.control(tag).shadowRoot?.querySelectorAll('input') ?? [];
    const found = [...inputs].find((input) => readName(input).includes(name));
    if (!found) throw new Error(`<${tag}> has no input named "${name}".`);
    return found;
  }

  checked(tag: string): string[] {
    const inputs = this.control(tag).shadowRoot?.querySelectorAll<HTMLInputElement>('input:checked') ?? [];
    return [...inputs].map(readName);
  }

  data(): [string, FormDataEntryValue][] {
    return [...new FormData(this.host.querySelector('form') ?? undefined)];
  }

  /** Clicks the label of a native input inside an element. */
  async choose(tag: string, name: string): Promise<void> {
    const input = this.input(tag, name);
    await clickOn(input.closest('label') ?? input);
  }

  async press(name: string): Promise<void> {
    const buttons = [...this.host.querySelectorAll('button')];
    const button = buttons.find(({ textContent }) => textContent?.trim() === name);
    if (!button) throw new Error(`The page has no button "${name}".`);
    await clickOn(button);
  }

  /** Waits until the app has this state and the elements show it. */
  async waitForState(state: object): Promise<void> {
    const wanted = JSON.stringify(state);
    const text = (): string => this.host.querySelector('pre')?.textContent?.trim() ?? '';
    await until(wanted, () => text() === wanted).catch(() => expect(text()).to.equal(wanted));
    await this.settle();
  }

  /** Waits until every element has rendered. */
  async settle(): Promise<void> {
    for (const element of this.host.querySelectorAll<TestElement>('form > *')) await element.updateComplete;
  }
}

function readName(input: HTMLInputElement): string {
  return input.ariaLabel ?? input.closest('label')?.textContent?.trim() ?? '';
}
