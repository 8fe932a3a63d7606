/** Submits elements for the suites, and reads the outcome that they show. */
import type { Outcome } from '@heed/core';
import { inside, mount, until, type TestElement } from './page.ts';

/** The event `heed-submit`. */
export type SubmitEvent = CustomEvent & {
  endpoint?: string;
  respondWith(outcome: Outcome | Promise<Outcome>): void;
  offer(send: () => Outcome | Promise<Outcome>): void;
};

/** An element under test. */
export interface SubmitCase {
  tag: string;
  /** Attributes that the element needs to be answered. */
  attributes?: Record<string, string>;
  /** Answers like a user, without clicking the submit button. */
  answer(element: TestElement): Promise<void>;
  /**
   * Fills in the fields with the same answer, without an event. Defaults to copying the fields of an answered element.
   * `null` if the questions are not in the shadow root.
   */
  fill?: ((element: TestElement) => unknown) | null;
  /** Names, kinds and values of the answers in the record. */
  answers: [name: string, kind: string, value: unknown][];
}

/** Helpers for an element under test. */
export interface SubmitFixture {
  /** Adds an element to the page and answers it. */
  setUp(attributes?: Record<string, string>): Promise<TestElement>;
  /** Clicks the submit button. */
  send(element: Element): void;
  /** Submits, and responds to the event with an outcome. */
  respond(element: TestElement, outcome: Outcome | Promise<Outcome>): void;
}

export function createSubmitFixture({ tag, attributes: needed, answer }: SubmitCase): SubmitFixture {
  const send = (element: Element): void => inside(element, '[part=submit]').click();
  return {
    async setUp(attributes = {}) {
      const element = await mount(tag, { survey: `survey-${Math.random()}`, ...needed, ...attributes });
      await answer(element);
      await element.updateComplete;
      return element;
    },
    send,
    respond(element, outcome) {
      element.addEventListener('heed-submit', (event) => (event as SubmitEvent).respondWith(outcome), {
        once: true,
      });
      send(element);
    },
  };
}

/** Returns the text of the outcome. */
export function readStatus(element: Element): string {
  return inside(element, '[part=status]').textContent?.trim() ?? '';
}

/** Waits until the outcome contains a text. */
export function waitForStatus(element: Element, text: string): Promise<unknown> {
  return until(`"${text}"`, () => readStatus(element).includes(text));
}
