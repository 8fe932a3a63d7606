import type { Element } from '../states.ts';
import type { Texts } from '../texts.ts';

/** An element of the gallery. */
export interface Specimen {
  tag: string;
  /** The name in the URL. Defaults to the tag. */
  name?: string;
  title: string;
  attributes?: Record<string, string>;
  /** Attributes whose values depend on the language. */
  localized?: (texts: Texts) => Record<string, string>;
  /** Options of a choice, or statements of a matrix, by name. */
  options?: (texts: Texts) => Record<string, string>;
  /** The children of the element. */
  content?: (texts: Texts) => Node[];
  /** Nodes before the element. */
  before?: (texts: Texts) => Node[];
  /** Called before the element is added to the page. */
  prepare?: () => void;
  /** Resolves when the element can be answered. Defaults to its first rendering. */
  ready?: (element: Element) => Promise<void>;
  answer: (element: Element, texts: Texts) => void;
  /** Returns the element whose states are shown. Defaults to the element itself. */
  subject?: (element: Element) => Element | null;
  /** The states to show. Defaults to all states. */
  states?: readonly string[];
  /** Covers the page, so it is shown alone and in one state. */
  isAlone?: boolean;
  /** Spans two columns. */
  isWide?: boolean;
}

/** Returns a function that answers by setting the value. */
export const choose =
  (value: unknown) =>
  (element: Element): void => {
    element.value = value;
  };
