import type { Element } from '../states.ts';
import type { Written } from '../words.ts';

/** An element of the gallery. */
export interface Specimen {
  tag: string;
  /** Stands in the address. Absent: the tag. */
  name?: string;
  title: string;
  attributes?: Record<string, string>;
  /** Attributes whose words depend on the language. */
  written?: (words: Written) => Record<string, string>;
  /** Options of a choice, or statements of a matrix, by name. */
  options?: (words: Written) => Record<string, string>;
  /** What stands inside of it. */
  content?: (words: Written) => Node[];
  /** What stands in the page before it. */
  before?: (words: Written) => Node[];
  /** What the page does before the element comes into it. */
  prepare?: () => void;
  /** Resolves when it is there to be answered. Absent: once it is drawn. */
  ready?: (element: Element) => Promise<void>;
  answer: (element: Element, words: Written) => void;
  /** What the states are those of. Absent: the element itself. */
  subject?: (element: Element) => Element | null;
  /** Absent: all. */
  states?: readonly string[];
  /** Lies over the page: shown by itself, in one state. */
  isAlone?: boolean;
  /** Needs the room of two. */
  isWide?: boolean;
}

/** Answers by a value. */
export const choose =
  (value: unknown) =>
  (element: Element): void => {
    element.value = value;
  };
