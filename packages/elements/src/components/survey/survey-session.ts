/** Everything that a survey needs to ask. Loaded with the survey, at the same time as the classes of its questions. */
import type { Answer, Outcome } from '@heed/core';
import { ownLevelOf } from '../../shared/rendering/heading.ts';
import type { Localizer } from '../../shared/localization/localizer.ts';
import { DoubleClickGuard } from '../../shared/steps/double-click-guard.ts';
import { SurveyNavigator } from './navigator.ts';
import { showSteps } from './page-visibility.ts';
import { PartialResponses, type PartialHost, type RecordHooks } from './partial-responses.ts';
import { REPORTED, SurveyPreparation, type PreparationHost, type SurveyProblem } from './preparation.ts';
import { isAnswered, isInvalid, setActive } from './questions.ts';
import { SurveyDraft, type DraftHost } from './survey-draft.ts';
import { fireStep } from './step-event.ts';
import type { SurveyPath } from './survey-path.ts';

/** The public members of a survey that its session depends on. */
export interface SessionHost extends PreparationHost, DraftHost, PartialHost {
  prefill: string | undefined;
  headingLevel: number | null | undefined;
}

/** Leads the user through the survey: reads the steps, moves between them, and keeps the input. */
export class SurveySession {
  readonly navigator = new SurveyNavigator();
  readonly draft: SurveyDraft;
  readonly partial: PartialResponses;
  readonly guard = new DoubleClickGuard();
  /** Keeps the survey closed. */
  problem: SurveyProblem | undefined;
  /** Nothing has changed since the steps were last read. */
  isPrepared = false;
  /** What a screen reader announces about the current step. */
  announcement = '';
  readonly #host: SessionHost;
  readonly #localizer: Localizer<'stepOf'>;
  readonly #hooks: RecordHooks;
  readonly #preparation: SurveyPreparation;
  #hasBegun = false;
  #isBack = false;

  constructor(host: SessionHost, localizer: Localizer<'stepOf'>, hooks: RecordHooks) {
    this.#host = host;
    this.#localizer = localizer;
    this.#hooks = hooks;
    this.partial = new PartialResponses(host, this.navigator, hooks, (isSent) => {
      if (isSent) this.draft.save();
      this.draft.flush();
    });
    this.draft = new SurveyDraft(host, this.navigator, this.partial, localizer, () => hooks.standsAlone());
    this.#preparation = new SurveyPreparation(host, this.navigator, localizer);
    host.addEventListener('input', this.#onInput);
    host.addEventListener('change', this.#onInput);
    host.addEventListener('invalid', this.#onInvalid, true);
  }

  /** The answers on the survey path; `null` if the user has not answered. */
  get value(): Answer[] | null {
    this.navigator.follow();
    const answers = this.navigator.answers();
    return answers.some(isAnswered) ? answers : null;
  }

  get headingLevel(): number | undefined {
    return ownLevelOf(this.#host);
  }

  /** The welcome screen is shown, and no step yet. */
  get isWelcoming(): boolean {
    const hasBegun = this.#hasBegun || this.draft.notice.isRestored || this.navigator.path.isPage;
    return !hasBegun && this.#host.querySelector(':scope > [slot=welcome]') !== null;
  }

  /** The number of the current step; `undefined` without progress. */
  get stepLabel(): string | undefined {
    const { index, steps, isPage } = this.navigator.path;
    if (isPage || steps.length < 2) return undefined;
    const [value = '', max = ''] = [index + 1, steps.length].map((each) => this.#localizer.number(each));
    return this.#localizer.t('stepOf', { value, max });
  }

  /** Direction of the last move, as class names for the animation. */
  get transition(): string {
    return this.#isBack ? 'moved back' : this.#hasBegun ? 'moved' : '';
  }

  /** Makes everything ready that the current step needs. Runs again for changes in the meantime. Never rejects. */
  async prepare(): Promise<void> {
    try {
      while (!this.isPrepared) {
        this.isPrepared = true;
        const problem = await this.#preparation.run();
        await this.draft.fillIn(this.#host.prefill);
        this.problem = problem;
      }
    } catch (error) {
      this.problem = REPORTED;
      reportError(error);
    }
  }

  /** Follows the answers and the outcome. Called before each update. */
  follow(outcome: Outcome | undefined): void {
    this.navigator.follow(this.#host.display === 'page');
    this.draft.follow(outcome);
  }

  /** Shows and hides the elements of the page. Called after each update. */
  arrange(): void {
    const { navigator } = this;
    const { content, asked } = navigator;
    // The questions of a closed survey do not keep a form of the page from being submitted.
    if (this.problem) for (const question of content.questions) setActive(question, false);
    else {
      const { branching } = this.#preparation;
      const parts = branching?.updateParts(this.#host, content, asked, this.#localizer) ?? [];
      showSteps(this.#host, navigator, !this.isWelcoming, parts);
    }
  }

  /** Goes to the next step or to the first invalid question. Returns `undefined` if the answers can be sent instead. */
  advance(): Promise<void> | undefined {
    const { navigator } = this;
    if (this.isWelcoming) return this.#go(navigator.path.goTo(0));
    navigator.follow();
    const invalid = navigator.findInvalid();
    if (invalid) return this.#correct(invalid);
    const { path } = navigator;
    return path.isAtEnd ? undefined : this.#go(path.next());
  }

  readonly goBack = (): void => {
    void this.#go(this.navigator.path.back());
  };

  /** Goes to the first step and deletes the input. */
  reset(): void {
    this.#hasBegun = false;
    this.navigator.path = this.navigator.path.goTo(0);
    this.draft.clear();
  }

  /** The step receives the focus if it does not begin with a question. */
  focus(options?: FocusOptions): void {
    const step = this.#host.renderRoot?.querySelector<HTMLElement>('#step');
    (this.navigator.first ?? step)?.focus(options);
  }

  async #correct(question: HTMLElement): Promise<void> {
    this.#reveal(question);
    await this.#host.updateComplete;
    question.focus();
  }

  async #go(path: SurveyPath): Promise<void> {
    const { navigator } = this;
    this.#isBack = path.index < navigator.path.index;
    this.guard.hasMoved = true;
    // The user has seen the notice, and continues instead of starting over.
    this.draft.notice.hide();
    // After a button, a screen reader reads the name of the group. After a field that disappears, it does not.
    const isFromField = !this.#host.shadowRoot?.activeElement;
    this.announcement = '';
    this.#show(path);
    await this.#host.updateComplete;
    this.announcement = navigator.first ? (isFromField && this.stepLabel) || '' : navigator.introduction;
    this.focus();
    this.#host.requestUpdate();
    fireStep(this.#host, navigator.path);
  }

  #show(path: SurveyPath): void {
    this.#hasBegun = true;
    this.navigator.path = path;
    this.draft.save();
    this.#host.requestUpdate();
  }

  /** Shows the step synchronously, because a browser focuses only an invalid question that is visible. */
  #reveal(question: Node): void {
    const { navigator } = this;
    const index = navigator.indexOf(question);
    if (index >= 0) this.#show(navigator.path.goTo(index));
    this.arrange();
  }

  #onInput = (): void => {
    if (this.#hooks.isSubmitted()) return;
    this.draft.notice.keepDeleted();
    this.draft.save();
    this.#host.requestUpdate();
  };

  /** Stays at the current step while that shows an invalid question. */
  #onInvalid = ({ target }: Event): void => {
    const { shownQuestions } = this.navigator.path;
    if (this.isWelcoming || !shownQuestions.some(isInvalid)) this.#reveal(target as Node);
  };
}
