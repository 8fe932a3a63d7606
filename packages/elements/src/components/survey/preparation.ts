/** Loads and checks everything that is needed to show the right step. */
import type { HeedError } from '@heed/core';
import type { SurveyDefinition } from '@heed/core/survey';
import type { LitElement } from 'lit';
import { warnOnce } from '../../shared/base/warn.ts';
import { RECALLED } from '../../shared/light-dom/markers.ts';
import { watchChildren } from '../../shared/light-dom/watch-children.ts';
import { later } from '../../shared/loading/later.ts';
import type { Localizer } from '../../shared/localization/localizer.ts';
import type { DefinitionSource } from './definition-source.ts';
import type { SurveyNavigator } from './navigator.ts';
import { releaseStep } from './page-visibility.ts';
import { nameOf } from './questions.ts';
import { findJson, readContent, type PageContent } from './survey-content.ts';
import { TEMPLATE_ATTRIBUTES } from './template-attributes.ts';

/** After this time, an element that is still not registered is reported as an error. */
const DEFINE_TIMEOUT_MS = 10_000;
/** A framework or a page that is still loading may add the steps after the survey. */
const EMPTY_TIMEOUT_MS = 1000;
/** Elements with a condition, a jump or a template in an attribute. */
const BRANCHED = [
  '[show-if]',
  '[go-to]',
  `[${RECALLED}]`,
  ...TEMPLATE_ATTRIBUTES.map((name) => `[${name}*="{{"]`),
].join();

const loadSource = later(() => import('./definition-source.ts'));
const loadBranching = later(() => import('./branching.ts'));

/** An error in the markup or JSON. It closes the survey, because a wrong question must not be asked or sent. */
export interface SurveyProblem {
  code: string;
  message: string;
}

/** A problem that the console shows already, such as a file that could not be loaded. */
export const REPORTED: SurveyProblem = { code: '', message: '' };

/** The members of a survey that its content depends on. */
export interface PreparationHost extends LitElement {
  display: string | undefined;
  definition: SurveyDefinition | undefined;
  src: string | undefined;
  integrity: string | undefined;
}

export class SurveyPreparation {
  /** `undefined` until the survey has a condition, a jump or a template. */
  branching: typeof import('./branching.ts') | undefined;
  readonly #host: PreparationHost;
  readonly #navigator: SurveyNavigator;
  readonly #localizer: Localizer<never>;
  #source: DefinitionSource | undefined;

  constructor(host: PreparationHost, navigator: SurveyNavigator, localizer: Localizer<never>) {
    this.#host = host;
    this.#navigator = navigator;
    this.#localizer = localizer;
    watchChildren(host);
    setTimeout(() => this.#warnIfEmpty(), EMPTY_TIMEOUT_MS);
  }

  /** Reads the survey. Returns the problem that keeps it closed. */
  async run(): Promise<SurveyProblem | undefined> {
    const display = this.#host.display ?? 'steps';
    if (!/^(steps|page)?$/.test(display))
      warnOnce(this.#host, 'HEED_DISPLAY', `display must be steps or page, got "${display}"`);
    if (document.readyState === 'loading') await nextEvent(document, 'DOMContentLoaded');
    const sourceProblem = (await this.#renderDefinition()) ?? (await this.#waitForTags());
    const contentProblem = await this.#read();
    return sourceProblem ?? contentProblem;
  }

  /** Renders a survey as JSON in the language of the page. */
  async #renderDefinition(): Promise<SurveyProblem | undefined> {
    const host = this.#host;
    const inline = findJson(host);
    const { definition, src, integrity } = host;
    if (!this.#source && !(definition || src || inline !== undefined)) return undefined;
    const module = await loadSource();
    if (!module) return REPORTED;
    this.#source ??= new module.DefinitionSource();
    const { language } = this.#localizer;
    const error = await this.#source.update(host, { definition, src, integrity, inline, language });
    return error && toProblem(error);
  }

  /** The classes of the questions may be loaded after the class of the survey. */
  async #waitForTags(): Promise<SurveyProblem | undefined> {
    const host = this.#host;
    const tags = [...host.querySelectorAll(':not(:defined)')].map(({ localName }) => localName);
    const [tag, ...others] = tags.filter((name) => name.startsWith('heed-'));
    if (!tag) return undefined;
    const all = Promise.all([tag, ...others].map((name) => customElements.whenDefined(name)));
    const timeout = new Promise((resolve) => setTimeout(resolve, DEFINE_TIMEOUT_MS, true));
    if ((await Promise.race([all, timeout])) !== true) {
      // WebKit may get here between the upgrades of two elements that are parsed together.
      customElements.upgrade(host);
      return undefined;
    }
    void all.then(() => host.requestUpdate());
    return { code: 'HEED_TAG', message: `<${tag}> inside it is not registered. Load its class` };
  }

  /** Reads the children, and releases steps that have left the survey. */
  async #read(): Promise<SurveyProblem | undefined> {
    const host = this.#host;
    const navigator = this.#navigator;
    const isBranched = host.matches(BRANCHED) || host.querySelector(BRANCHED);
    if (isBranched || host.textContent?.includes('{{')) {
      this.branching ??= await loadBranching();
      if (!this.branching) return REPORTED;
    }
    const content = readContent(host);
    for (const step of navigator.content.steps) if (step.element.parentElement !== host) releaseStep(step);
    navigator.content = content;
    try {
      navigator.flow = this.branching?.compileContent(host, content);
      return findDuplicate(content);
    } catch (error) {
      return toProblem(error as HeedError);
    } finally {
      navigator.follow();
    }
  }

  #warnIfEmpty(): void {
    const isEmpty = this.#host.isConnected && this.#navigator.content.steps.length === 0;
    if (isEmpty)
      warnOnce(this.#host, 'HEED_LIST', 'no steps. Add questions inside, or set definition or src');
  }
}

function toProblem({ code, where, problem }: HeedError): SurveyProblem {
  return { code, message: `${where}: ${problem}` };
}

function findDuplicate({ questions, hidden }: PageContent): SurveyProblem | undefined {
  const names = [...questions.map(nameOf), ...hidden.map(({ name }) => name)];
  const duplicate = names.find((name, index) => names.indexOf(name) !== index);
  const message = `each question needs a unique name, got "${duplicate}" twice`;
  return duplicate === undefined ? undefined : { code: 'HEED_NAME', message };
}

function nextEvent(target: EventTarget, type: string): Promise<unknown> {
  return new Promise((resolve) => target.addEventListener(type, resolve, { once: true }));
}
