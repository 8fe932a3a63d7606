/** Loaded where a survey is given as JSON. */
import { toJson, type HeedError } from '@heed/core';
import type { SurveyDefinition } from '@heed/core/survey';
import type { LitElement } from 'lit';
import { retryLater } from '../../shared/loading/lazy-import.ts';
import { MADE, SET } from '../../shared/light-dom/markers.ts';
import { loadDefinition, readDefinition, toAttributes, toNodes } from './definition/in-page.ts';
import { passing } from './definition/passing.ts';

/** What a survey is made of, other than the page's own HTML. */
export interface Given {
  definition: SurveyDefinition | undefined;
  src: string | undefined;
  integrity: string | undefined;
  /** The text of a `<script type="application/json">` inside of it. */
  inline: string | undefined;
  language: string;
}

/** Puts a survey that is given as JSON into its tag, as the page's own HTML would stand there. */
export class Source {
  /** Why there is none. */
  #validityError: HeedError | undefined;
  #given = '';
  /** How often in a row it could not be loaded. */
  #failures = 0;
  #definition: SurveyDefinition | undefined;
  #nodes: readonly Element[] = [];
  #attributes: readonly [name: string, value: string][] = [];

  /** Does nothing while what is given, and its language, stay the same. */
  async build(survey: LitElement, given: Given): Promise<HeedError | undefined> {
    const { definition, language, ...rest } = given;
    const key = toJson([rest, language]);
    if (key === this.#given && definition === this.#definition) {
      this.#putBack(survey);
      return this.#validityError;
    }
    this.#given = key;
    this.#definition = definition;
    try {
      this.#put(survey, await read(survey, given), language);
      this.#validityError = undefined;
      this.#failures = 0;
    } catch (error) {
      this.#validityError = error as HeedError;
      this.#put(survey, undefined, language);
      if (passing.has(this.#validityError)) retryLater(this.#failures++, this.#again);
    }
    return this.#validityError;
  }

  /** The next update loads it once more. */
  #again = (online?: Event): void => {
    if (online) this.#failures = 1;
    this.#given = '';
  };

  /** What the page's author has written on the tag comes first. */
  #put(survey: Element, definition: SurveyDefinition | undefined, language: string): void {
    clear(survey);
    this.#attributes = Object.entries(definition ? toAttributes(definition, language) : {}).filter(
      ([name]) => !survey.hasAttribute(name),
    );
    this.#nodes = definition ? toNodes(definition, language) : [];
    this.#putBack(survey);
  }

  /** A page that goes back to the HTML of its server takes the survey away, but not what was entered in it. */
  #putBack(survey: Element): void {
    const names = this.#attributes.map(([name]) => name).join(' ');
    if (names && survey.getAttribute(SET) !== names) survey.setAttribute(SET, names);
    for (const [name, value] of this.#attributes)
      if (!survey.hasAttribute(name)) survey.setAttribute(name, value);
    if (this.#nodes.every((node) => node.parentElement === survey && node.hasAttribute(MADE))) return;
    for (const node of this.#nodes) node.setAttribute(MADE, '');
    survey.append(...this.#nodes);
  }
}

/** Also what was made before the page was copied or parsed again. */
function clear(survey: Element): void {
  for (const name of survey.getAttribute(SET)?.split(' ') ?? []) survey.removeAttribute(name);
  survey.removeAttribute(SET);
  for (const node of survey.querySelectorAll(`:scope > [${MADE}]`)) node.remove();
}

async function read(survey: Element, given: Given): Promise<SurveyDefinition | undefined> {
  const { definition, src, integrity, inline } = given;
  if (definition) return definition;
  if (src) return loadDefinition(survey, src, integrity);
  return inline === undefined ? undefined : readDefinition(inline);
}
