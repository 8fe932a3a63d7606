/** What happens before a step is shown. Loaded beside the survey, while the classes of its questions are. */
import type { Answer } from '@heed/core';
import type { SurveyDefinition } from '@heed/core/survey';
import { lazyImport } from '../../shared/loading/lazy-import.ts';
import type { Localizer } from '../../shared/localization/localizer.ts';
import { warnOnce } from '../../shared/base/warn.ts';
import { HIDDEN, RECALLED } from '../../shared/light-dom/markers.ts';
import { ownLevelOf } from '../../shared/rendering/heading.ts';
import { watchChildren } from '../../shared/light-dom/watch-children.ts';
import { findJson, readContent } from './survey-content.ts';
import { hide } from './hiding.ts';
import { Kept, type Hooks, type Keeping } from './draft.ts';
import { ask, isAnswered, isWrong, nameOf, type Content } from './questions.ts';
import type { Source } from './source.ts';
import { RECALLING } from './sources.ts';
import { Way } from './survey-path.ts';

/** An element inside that is not registered by then is taken for a mistake. */
const DEFINE_WAIT_MS = 10_000;
/** A framework, or a page that is still being read, may bring the steps after the survey. */
const CONTENT_WAIT_MS = 1000;
/** Attributes that hold conditions, jumps or answers. */
const BRANCHED = [
  '[show-if]',
  '[go-to]',
  `[${RECALLED}]`,
  ...RECALLING.map((name) => `[${name}*="{{"]`),
].join();

const loadSource = lazyImport(() => import('./source.ts'));
const loadBranching = lazyImport(() => import('./branching.ts'));

/** An author's mistake for which a survey is closed: it must not ask, or send, what was not meant. */
export interface Mistake {
  code: string;
  message: string;
}

/** A file is missing; whoever loads it has said so. */
const NOT_LOADED: Mistake = { code: '', message: '' };

/** What the survey is given by its author. */
export interface Given extends Keeping {
  display: string | undefined;
  definition: SurveyDefinition | undefined;
  src: string | undefined;
  integrity: string | undefined;
  prefill: string | undefined;
  headingLevel: number | null | undefined;
}

/** What a survey asks, and what of it is kept. */
export class Preparation {
  readonly way = new Way();
  readonly kept: Kept;
  readonly #survey: Given;
  readonly #localizer: Localizer<never>;
  #source: Source | undefined;

  constructor(survey: Given, localizer: Localizer<never>, hooks: Hooks) {
    this.#survey = survey;
    this.#localizer = localizer;
    this.kept = new Kept(survey, this.way, localizer, hooks);
    watchChildren(survey);
    setTimeout(() => this.#warnOfNothing(), CONTENT_WAIT_MS);
  }

  /** The answers that count now; null when nothing is answered. */
  get value(): Answer[] | null {
    this.way.follow();
    const answers = this.way.answers();
    return answers.some(isAnswered) ? answers : null;
  }

  get headingLevel(): number | undefined {
    return ownLevelOf(this.#survey);
  }

  /** The visitor sees already what has to be corrected. */
  get isErrorShown(): boolean {
    return this.way.shown.some(isWrong);
  }

  /** Sees to all that is needed to show the right step. */
  async run(): Promise<Mistake | undefined> {
    const display = this.#survey.display ?? 'steps';
    if (!/^(steps|page)?$/.test(display))
      warnOnce(this.#survey, 'HEED_DISPLAY', `display must be steps or page, got "${display}"`);
    const { readyState } = document;
    if (readyState === 'loading') await once(document, 'DOMContentLoaded');
    const missing = (await this.#build()) ?? (await this.#waitForTags());
    const wrong = await this.#read();
    const validityError = missing ?? wrong;
    await this.kept.fillIn(this.#survey.prefill);
    return validityError;
  }

  /** From data, in the language of the page. */
  async #build(): Promise<Mistake | undefined> {
    const survey = this.#survey;
    const inline = findJson(survey);
    const { definition, src, integrity } = survey;
    if (!this.#source && !(definition || src || inline !== undefined)) return undefined;
    const module = await loadSource();
    if (!module) return NOT_LOADED;
    this.#source ??= new module.Source();
    const { language } = this.#localizer;
    return this.#source.build(survey, { definition, src, integrity, inline, language });
  }

  /** The classes of the questions may be loaded later than that of the survey. */
  async #waitForTags(): Promise<Mistake | undefined> {
    const survey = this.#survey;
    const tags = [...survey.querySelectorAll(':not(:defined)')].map(({ localName }) => localName);
    const [tag, ...others] = tags.filter((name) => name.startsWith('heed-'));
    if (!tag) return undefined;
    const all = Promise.all([tag, ...others].map((name) => customElements.whenDefined(name)));
    const late = new Promise((resolve) => setTimeout(resolve, DEFINE_WAIT_MS, true));
    if ((await Promise.race([all, late])) !== true) {
      // WebKit may come here between the upgrades of two elements that are parsed together.
      customElements.upgrade(survey);
      return undefined;
    }
    void all.then(() => survey.requestUpdate());
    return { code: 'HEED_TAG', message: `<${tag}> inside of it is not registered: load its class` };
  }

  /** What has left the tag is no part of a survey any more. */
  async #read(): Promise<Mistake | undefined> {
    const survey = this.#survey;
    const { way } = this;
    const isBranched = survey.matches(BRANCHED) || survey.querySelector(BRANCHED);
    if (isBranched || survey.textContent?.includes('{{')) {
      way.branching ??= await loadBranching();
      if (!way.branching) return NOT_LOADED;
    }
    const content = readContent(survey);
    for (const { element, questions } of way.content.steps) {
      if (element.parentElement === survey) continue;
      for (const each of [element, ...element.querySelectorAll<HTMLElement>(`[${HIDDEN}]`)])
        hide(each, false);
      for (const question of questions) ask(question, true);
    }
    way.content = content;
    try {
      way.flow = way.branching?.compile(survey, content);
      return findDuplicate(content);
    } catch (error) {
      return error as Mistake;
    } finally {
      way.follow();
    }
  }

  #warnOfNothing(): void {
    const isEmpty = this.#survey.isConnected && this.way.content.steps.length === 0;
    if (isEmpty)
      warnOnce(this.#survey, 'HEED_LIST', 'no steps. Write questions inside, or set definition or src');
  }
}

function findDuplicate({ questions, hidden }: Content): Mistake | undefined {
  const names = [...questions.map(nameOf), ...hidden.map(({ name }) => name)];
  const duplicate = names.find((name, index) => names.indexOf(name) !== index);
  const message = `each question needs a name of its own, "${duplicate}" is not`;
  return duplicate === undefined ? undefined : { code: 'HEED_NAME', message };
}

function once(target: EventTarget, type: string): Promise<unknown> {
  return new Promise((resolve) => target.addEventListener(type, resolve, { once: true }));
}
