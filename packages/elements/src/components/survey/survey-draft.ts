import type { Answer, Outcome } from '@heed/core';
import type { LitElement } from 'lit';
import { warnOnce } from '../../shared/base/warn.ts';
import { Draft } from '../../shared/device/draft.ts';
import type { Localizer } from '../../shared/localization/localizer.ts';
import { Notice } from '../../shared/steps/notice.ts';
import { draftEnglish } from '../../locales/en/draft.ts';
import type { SurveyNavigator } from './navigator.ts';
import type { PartialResponses } from './partial-responses.ts';
import { prefill } from './prefill.ts';
import { assignValue, isInvalid, nameOf, resetQuestion, type Question } from './questions.ts';
import type { Step } from './survey-path.ts';

/** The survey that keeps a draft, by draft name. */
const owners = new Map<string, WeakRef<Element>>();

/** What the device stores. Files are not included. */
interface DraftValues {
  values: Record<string, unknown>;
  /** Key of the current step. */
  step: string;
  /** Number of attached files. */
  files: number;
  /** Id of the partial records; absent until one was sent. */
  id?: string | undefined;
  /** Nothing has changed since the last partial record. */
  isUnchanged?: boolean;
}

/** The members of a survey that its draft depends on. */
export interface DraftHost extends LitElement {
  survey: string | undefined;
  name: string;
  noDraft: boolean;
  form: HTMLFormElement | null;
  formResetCallback(): void;
}

/** Keeps the user's input on the device, restores it, and lets the user start over. */
export class SurveyDraft {
  /** Announces a restored draft and offers to start over. */
  readonly notice: Notice;
  readonly #host: DraftHost;
  readonly #navigator: SurveyNavigator;
  readonly #partial: PartialResponses;
  readonly #standsAlone: () => boolean;
  readonly #storage: Draft<DraftValues>;
  /** `undefined` until there was a question to fill in. */
  #values: DraftValues | undefined;
  /** Values that the page has set. */
  #pageValues: Record<string, unknown> = {};
  #filledIn = new WeakSet<Question>();

  constructor(
    host: DraftHost,
    navigator: SurveyNavigator,
    partial: PartialResponses,
    localizer: Localizer<never>,
    standsAlone: () => boolean,
  ) {
    this.#host = host;
    this.#navigator = navigator;
    this.#partial = partial;
    this.#standsAlone = standsAlone;
    this.notice = new Notice(host, localizer.extend(draftEnglish), () => this.#startOver());
    const findName = (): string | undefined => (host.noDraft || !standsAlone() ? undefined : claimName(host));
    this.#storage = new Draft(host, findName, () => this.#restart());
  }

  /** Fills in questions that are new in the page: from its URL, then with the page's values and the draft. */
  async fillIn(allowed: string | undefined): Promise<void> {
    const navigator = this.#navigator;
    const questions = navigator.content.questions.filter((question) => !this.#filledIn.has(question));
    if (questions.length === 0) return;
    for (const question of questions) this.#filledIn.add(question);
    await Promise.all(questions.map(({ updateComplete }) => updateComplete));
    const isFirst = !this.#values;
    for (const name of await prefill(allowed, questions, isFirst ? navigator.content.hidden : []))
      warnOnce(this.#host, 'HEED_VALUE', `the value of "${name}" in the page's URL is invalid or too long`);
    if (isFirst) this.#partial.markSent();
    const stored = this.#values ?? this.#storage.load();
    const { step = '', files = 0, id } = stored;
    this.#values = { values: { ...this.#pageValues, ...stored.values }, step, files };
    await Promise.all(questions.map((question) => this.#fill(question)));
    navigator.follow();
    if (!isFirst) return;
    this.#partial.id = id;
    if (stored.values) this.#resume(stored);
  }

  /** Goes to the step of the draft, or to the first invalid question before it. */
  #resume({ step, files = 0, isUnchanged }: Partial<DraftValues>): void {
    this.notice.show(files);
    this.#show(({ key, questions }) => key === step || questions.some(isInvalid));
    if (isUnchanged) this.#partial.markSent();
  }

  /** Replaces all values with the page's values. Questions that are added later get theirs then. */
  setValues(answers: unknown): void {
    const list: readonly (Partial<Answer> | null)[] = Array.isArray(answers) ? answers : [];
    this.#pageValues = Object.fromEntries(list.map((answer) => [answer?.name, answer?.value]));
    if (!this.#values) return;
    this.#values = { ...this.#values, values: this.#pageValues };
    for (const question of this.#navigator.content.questions) {
      question.value = null;
      void this.#fill(question);
    }
  }

  save(): void {
    const { content, path, files } = this.#navigator;
    const { id, isUnchanged } = this.#partial;
    const entries = content.questions
      .filter(({ attachedFiles }) => !attachedFiles?.length)
      .map((question) => [nameOf(question), question.value]);
    const values = { ...this.#values?.values, ...Object.fromEntries(entries) };
    this.#values = { values, step: path.current?.key ?? '', files: files.length, id, isUnchanged };
    this.#storage.save(this.#values);
  }

  /** Writes a pending change to the device now. */
  flush(): void {
    this.#storage.flush();
  }

  /** Deletes the draft once the answers are safe. After a refusal, saves it for a new record. */
  follow(outcome: Outcome | undefined): void {
    if (outcome?.state === 'refused') {
      this.#partial.id = undefined;
      this.save();
    } else if (outcome?.state === 'sent' || outcome?.durable) this.#storage.clear();
  }

  clear(): void {
    // A form resets its questions. But a form around a prompt does not reset what is inside the prompt.
    if (!this.#host.form || this.#standsAlone()) this.#navigator.content.questions.forEach(resetQuestion);
    this.#storage.clear();
    this.#partial.id = undefined;
    this.#values = { values: {}, step: '', files: 0 };
    this.notice.hide();
  }

  /** Returns a function that restores the deleted input. */
  #startOver(): () => void {
    this.save();
    const values = this.#values;
    const files = this.#navigator.content.questions.map(
      (question) => [question, question.attachedFiles] as const,
    );
    this.#host.formResetCallback();
    return () => {
      this.#values = values;
      this.#partial.id = values?.id;
      void this.#undo(files);
    };
  }

  async #undo(attached: readonly (readonly [Question, readonly File[] | undefined])[]): Promise<void> {
    const step = this.#values?.step;
    await Promise.all(attached.map(([question]) => this.#fill(question)));
    for (const [question, files] of attached) if (files?.length) Object.assign(question, { files });
    this.#navigator.follow();
    this.#show(({ key }) => key === step);
    this.save();
    this.#host.requestUpdate();
  }

  /** Once the page has consent, the draft may be read. It does not replace input that is newer. */
  #restart(): void {
    if (!this.#partial.isUnchanged) return;
    this.#values = undefined;
    this.#filledIn = new WeakSet();
    this.#host.requestUpdate();
  }

  /** Goes to the first step that matches, or to the first step of all. */
  #show(isMatch: (step: Step) => boolean): void {
    const { path } = this.#navigator;
    this.#navigator.path = path.goTo(path.steps.findIndex(isMatch));
  }

  async #fill(question: Question): Promise<void> {
    const { values = {} } = this.#values ?? {};
    const name = nameOf(question);
    // Incomplete input, such as half an email address, is kept.
    if (Object.hasOwn(values, name)) await assignValue(question, values[name], ({ badInput }) => badInput);
  }
}

/** Returns the name of the survey's draft, or `undefined` if another survey in the page has the same name. */
function claimName(host: DraftHost): string | undefined {
  const name = [host.survey, host.name].filter(Boolean).join(':');
  const owner = owners.get(name)?.deref();
  if (!owner?.isConnected) owners.set(name, new WeakRef(host));
  else if (owner !== host) {
    warnOnce(host, 'HEED_NAME', `two surveys are named "${name}": only one keeps a draft. Set name="…"`);
    return undefined;
  }
  return name;
}
