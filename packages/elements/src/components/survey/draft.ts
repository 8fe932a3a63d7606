import { toJson, type Answer, type Outcome, type RecordInput } from '@heed/core';
import type { LitElement } from 'lit';
import { Draft } from '../../shared/device/draft.ts';
import { submit, toRecord } from '../../shared/submission/submit-event.ts';
import { warnOnce } from '../../shared/base/warn.ts';
import type { Localizer } from '../../shared/localization/localizer.ts';
import { draftEnglish } from '../../locales/en/draft.ts';
import { Notice } from '../../shared/steps/notice.ts';
import { isAnswered, isWrong, nameOf, type Question } from './questions.ts';
import type { Way } from './survey-path.ts';

/** Longer than any plan, order number or address; what the page's address holds may come from anybody. */
const MOST_CHARACTERS = 1000;

/** Which survey in the page keeps a draft, by its name. */
const owners = new Map<string, WeakRef<Element>>();

/** What is kept of a survey that is not sent yet: everything but files. */
interface Values {
  values: Record<string, unknown>;
  /** Key of the step that was shown. */
  step: string;
  /** How many files there were. */
  files: number;
  /** Of the record, once a partial one was sent. */
  id?: string | undefined;
  /** The answers are those of the last partial record. */
  told?: boolean;
}

/** A survey, as far as its answers are kept by what it says of itself. */
export interface Keeping extends LitElement {
  survey: string | undefined;
  name: string;
  noDraft: boolean;
  partial: boolean;
  form: HTMLFormElement | null;
  formResetCallback(): void;
}

/** What only the survey knows. */
export interface Hooks {
  /** It sends the answers itself. */
  isStandalone(): boolean;
  /** They are on their way, or arrived. */
  isOver(): boolean;
  record(): [input: RecordInput, target: string | undefined];
}

/**
 * What was entered: on the device for the next visit, at the endpoint when the visitor leaves, and for questions that
 * come into the page.
 */
export class Kept {
  readonly #survey: Keeping;
  readonly #way: Way;
  readonly #hooks: Hooks;
  readonly #draft: Draft<Values>;
  /** Says that a draft was restored, and offers to start over. */
  readonly notice: Notice;
  /** Undefined until there was something to fill in. */
  #values: Values | undefined;
  /** By the page. */
  #given: Record<string, unknown> = {};
  #known = new WeakSet<Question>();
  /** The answers that need not be told: those at first, or those of the last partial record. */
  #told = '';

  constructor(survey: Keeping, way: Way, localizer: Localizer<never>, hooks: Hooks) {
    this.#survey = survey;
    this.#way = way;
    this.notice = new Notice(survey, localizer.extend(draftEnglish), () => this.#startOver());
    this.#hooks = hooks;
    // Before the draft listens, which then holds what was told.
    survey.addController({
      hostConnected: () => this.#listen(true),
      hostDisconnected: () => this.#listen(false),
    });
    this.#draft = new Draft(
      survey,
      () => this.#key,
      () => this.#restart(),
    );
  }

  /** Of the record, once a partial one was sent. */
  get id(): string | undefined {
    return this.#values?.id;
  }

  /** Name of the draft; undefined keeps nothing. Two surveys of one name would fill in each other. */
  get #key(): string | undefined {
    const { survey, name, noDraft } = this.#survey;
    if (noDraft || !this.#hooks.isStandalone()) return undefined;
    const key = [survey, name].filter(Boolean).join(':');
    const owner = owners.get(key)?.deref();
    if (!owner?.isConnected) owners.set(key, new WeakRef(this.#survey));
    else if (owner !== this.#survey) {
      warnOnce(
        this.#survey,
        'HEED_NAME',
        `two surveys are called "${key}": only one keeps a draft. Set name="…"`,
      );
      return undefined;
    }
    return key;
  }

  /** Questions that are new in the page get what its address says, and what was entered before. */
  async fillIn(prefilled: string | undefined): Promise<void> {
    const questions = this.#way.content.questions.filter((question) => !this.#known.has(question));
    if (questions.length === 0) return;
    for (const question of questions) this.#known.add(question);
    await Promise.all(questions.map(({ updateComplete }) => updateComplete));
    const isFirst = !this.#values;
    for (const name of prefilled?.split(/[\s,]+/) ?? []) await this.#prefill(name, questions, isFirst);
    if (isFirst) this.#told = this.#summary;
    const kept = this.#values ?? this.#draft.load();
    const { step = '', files = 0, id, told } = kept;
    const values = { ...this.#given, ...kept.values };
    this.#values = { values, step, files, id };
    await Promise.all(questions.map((question) => this.#fill(question)));
    this.#way.follow();
    if (!isFirst || !kept.values) return;
    this.notice.show(files);
    // As far as nothing before has to be corrected.
    const { steps } = this.#way;
    this.#way.show(steps.findIndex(({ key, questions }) => key === step || questions.some(isWrong)));
    if (told) this.#told = this.#summary;
  }

  /** Takes the page's values in place of all others; where questions come later, when they do. */
  set(answers: unknown): void {
    const list: readonly Partial<Answer>[] = Array.isArray(answers) ? answers : [];
    this.#given = Object.fromEntries(list.map(({ name, value }) => [name, value]));
    if (!this.#values) return;
    this.#values = { ...this.#values, values: this.#given };
    for (const question of this.#way.content.questions) {
      question.value = null;
      void this.#fill(question);
    }
  }

  keep(change: Partial<Values> = {}): void {
    const { content, steps, place } = this.#way;
    const entries = content.questions
      .filter(({ attachedFiles }) => !attachedFiles?.length)
      .map((question) => [nameOf(question), question.value]);
    const files = this.#way.files.length;
    const values = { ...this.#values?.values, ...Object.fromEntries(entries) };
    const told = this.#summary === this.#told;
    this.#values = { ...this.#values, values, step: steps[place]?.key ?? '', files, told, ...change };
    this.#draft.save(this.#values);
  }

  /** Nothing is to be kept once the endpoint or the queue has it; it is again when it is refused, for a new record. */
  follow(outcome: Outcome | undefined): void {
    if (outcome?.state === 'refused') this.keep({ id: undefined });
    else if (outcome?.state === 'sent' || outcome?.durable) this.#draft.clear();
  }

  /** In a form the questions are reset by that. */
  clear(): void {
    // What a prompt opens is reset by no form around the prompt.
    if (!this.#survey.form || this.#hooks.isStandalone()) this.#way.content.questions.forEach(reset);
    this.#draft.clear();
    this.#values = { values: {}, step: '', files: 0 };
    this.notice.hide();
  }

  #startOver(): () => void {
    this.keep();
    const values = this.#values;
    const attached = this.#way.content.questions.map(
      (question) => [question, question.attachedFiles] as const,
    );
    this.#survey.formResetCallback();
    return () => {
      this.#values = values;
      void this.#bringBack(attached);
    };
  }

  async #bringBack(attached: readonly (readonly [Question, readonly File[] | undefined])[]): Promise<void> {
    const step = this.#values?.step;
    await Promise.all(attached.map(([question]) => this.#fill(question)));
    for (const [question, files] of attached) if (files?.length) Object.assign(question, { files });
    this.#way.follow();
    this.#way.show(this.#way.steps.findIndex(({ key }) => key === step));
    this.keep();
    this.#survey.requestUpdate();
  }

  /** What was kept may be read now; where the visitor has begun anew, that counts. */
  #restart(): void {
    if (this.#summary !== this.#told) return;
    this.#values = undefined;
    this.#known = new WeakSet();
    this.#survey.requestUpdate();
  }

  async #prefill(name: string, questions: readonly Question[], isFirst: boolean): Promise<void> {
    const value = new URLSearchParams(location.search).get(name);
    const field = isFirst && this.#way.content.hidden.find((each) => each.name === name);
    const question = questions.find((each) => nameOf(each) === name);
    if (!value || (!field && !question)) return;
    const isShort = value.length <= MOST_CHARACTERS;
    if (field && isShort) field.value = value;
    if (isShort && (!question || (await fill(question, value, ({ valid }) => !valid)))) return;
    warnOnce(this.#survey, 'HEED_VALUE', `the page's address has no fitting value for "${name}"`);
  }

  async #fill(question: Question): Promise<void> {
    const { values = {} } = this.#values ?? {};
    const name = nameOf(question);
    // What is only unfinished stays.
    if (Object.hasOwn(values, name)) await fill(question, values[name], ({ badInput }) => badInput);
  }

  #listen(isOn: boolean): void {
    const change = isOn ? 'addEventListener' : 'removeEventListener';
    document[change]('visibilitychange', this.#onLeave);
    window[change]('pagehide', this.#onLeave);
  }

  /** A browser may tell that the page is hidden, that it is left, or both. */
  #onLeave = ({ type }: Event): void => {
    if (type !== 'pagehide' && document.visibilityState !== 'hidden') return;
    this.#tell();
    this.#draft.flush();
  };

  /** Sends what was answered so far, once for the same answers. Nobody is there to be shown what became of it. */
  #tell(): void {
    if (!this.#survey.partial || !this.#hooks.isStandalone() || this.#hooks.isOver()) return;
    this.#way.follow();
    const summary = this.#summary;
    if (!summary || summary === this.#told) return;
    const [input, target] = this.#hooks.record();
    const record = toRecord({ ...input, answers: this.#partial, partial: true });
    const pending = submit(this.#survey, record, target);
    // Cancelled, or nobody took charge: the same answers are sent another time.
    if (!pending) return;
    this.#told = summary;
    this.keep({ id: record.id });
    pending.catch(() => {});
  }

  /** The answers up to the step that is shown. Files come with the complete record. */
  get #partial(): Answer[] {
    const { isPage, place } = this.#way;
    return this.#way.answers(isPage ? undefined : place + 1).filter(({ kind }) => kind !== 'attachment');
  }

  get #summary(): string {
    const given = this.#partial.filter(isAnswered);
    return given.length > 0 ? toJson(given.map(({ name, value }) => [name, value])) : '';
  }
}

function reset(question: Question): void {
  if (question.formResetCallback) question.formResetCallback();
  else question.value = null;
}

/**
 * Gives a question a value that did not come from the visitor just now, and takes it back where it does not fit.
 *
 * @param isWrong which flaws make it unfit
 */
async function fill(
  question: Question,
  value: unknown,
  isWrong: (validity: ValidityState) => boolean,
): Promise<boolean> {
  try {
    question.value = value;
    await question.updateComplete;
    if (question.validity && isWrong(question.validity)) throw new RangeError();
    return true;
  } catch {
    question.value = null;
    return false;
  }
}
