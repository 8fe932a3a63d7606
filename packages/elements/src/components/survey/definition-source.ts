/** Loaded for a survey as JSON. */
import { toJson, type HeedError } from '@heed/core';
import type { SurveyDefinition } from '@heed/core/survey';
import type { LitElement } from 'lit';
import { retryLater } from '../../shared/loading/later.ts';
import { MADE, SET } from '../../shared/light-dom/markers.ts';
import { loadDefinition } from './definition/load-definition.ts';
import { readDefinition } from './definition/read-definition.ts';
import { toAttributes, toNodes } from './definition/to-nodes.ts';
import { transientErrors } from './definition/transient-errors.ts';

/** Where a survey as JSON comes from. The first that is set counts: `definition`, `src`, `inline`. */
export interface DefinitionInput {
  definition: SurveyDefinition | undefined;
  src: string | undefined;
  integrity: string | undefined;
  /** The text of a `<script type="application/json">` inside the survey. */
  inline: string | undefined;
  language: string;
}

/** Renders a survey as JSON into the children and attributes of its element. */
export class DefinitionSource {
  /** Why the survey could not be rendered. */
  #error: HeedError | undefined;
  #inputKey = '';
  /** Consecutive failures to load the survey. */
  #failures = 0;
  #definition: SurveyDefinition | undefined;
  #nodes: readonly Element[] = [];
  #attributes: readonly [name: string, value: string][] = [];

  /** Renders the survey if the input has changed. Returns the error if that fails. */
  async update(survey: LitElement, input: DefinitionInput): Promise<HeedError | undefined> {
    const { definition, language, ...rest } = input;
    const key = toJson([rest, language]);
    if (key === this.#inputKey && definition === this.#definition) {
      this.#restore(survey);
      return this.#error;
    }
    this.#inputKey = key;
    this.#definition = definition;
    try {
      this.#render(survey, await readInput(survey, input), language);
      this.#error = undefined;
      this.#failures = 0;
    } catch (error) {
      this.#error = error as HeedError;
      this.#render(survey, undefined, language);
      if (transientErrors.has(this.#error)) retryLater(this.#failures++, this.#retry);
    }
    return this.#error;
  }

  /** Makes the next update load the survey again. */
  #retry = (online?: Event): void => {
    if (online) this.#failures = 1;
    this.#inputKey = '';
  };

  /** Attributes that the page has set take precedence. */
  #render(survey: Element, definition: SurveyDefinition | undefined, language: string): void {
    clear(survey);
    this.#attributes = Object.entries(definition ? toAttributes(definition, language) : {}).filter(
      ([name]) => !survey.hasAttribute(name),
    );
    this.#nodes = definition ? toNodes(definition, language) : [];
    this.#restore(survey);
  }

  /** A page that morphs to the HTML of its server removes the nodes. The same nodes come back, with the user's input. */
  #restore(survey: Element): void {
    const names = this.#attributes.map(([name]) => name).join(' ');
    if (names && survey.getAttribute(SET) !== names) survey.setAttribute(SET, names);
    for (const [name, value] of this.#attributes)
      if (!survey.hasAttribute(name)) survey.setAttribute(name, value);
    if (this.#nodes.every((node) => node.parentElement === survey && node.hasAttribute(MADE))) return;
    for (const node of this.#nodes) node.setAttribute(MADE, '');
    survey.append(...this.#nodes);
  }
}

/** Also removes the nodes and attributes that a copied or newly parsed page contains. */
function clear(survey: Element): void {
  for (const name of survey.getAttribute(SET)?.split(' ') ?? []) survey.removeAttribute(name);
  survey.removeAttribute(SET);
  for (const node of survey.querySelectorAll(`:scope > [${MADE}]`)) node.remove();
}

async function readInput(survey: Element, input: DefinitionInput): Promise<SurveyDefinition | undefined> {
  const { definition, src, integrity, inline } = input;
  if (definition) return definition;
  if (src) return loadDefinition(survey, src, integrity);
  return inline === undefined ? undefined : readDefinition(inline);
}
