import { render } from 'lit';
import type { Words } from '../page/words/words.ts';
import { forgetToken, readToken, takeToken, writeToken } from './access.ts';
import { download, downloadFile } from './api.ts';
import { watchAnswers, type Snapshot } from './live.ts';
import { renderLocked, renderTeam } from './team-view.ts';

const BEFORE: Snapshot = { connection: 'connecting', latest: [], scores: [] };

/** The team's view, beside the shop: locked without a token, live with one. */
export class Team {
  readonly #place: HTMLElement;
  readonly #onArrived: (count: number) => void;
  #words: Words | undefined;
  #snapshot = BEFORE;
  #isWrong = false;
  #isAdding = false;
  #stop: (() => void) | undefined;

  /** @param onArrived hears how many answers have just arrived */
  constructor(place: HTMLElement, onArrived: (count: number) => void) {
    this.#place = place;
    this.#onArrived = onArrived;
  }

  start(): void {
    takeToken();
    // The printed address, pasted over that of the open page, loads nothing.
    addEventListener('hashchange', () => takeToken() && this.#watch());
    this.#watch();
  }

  /** Draws the view with these words. */
  speak(words: Words): void {
    this.#words = words;
    this.#draw();
  }

  #draw(): void {
    if (!this.#words) return;
    const token = readToken();
    const content =
      token === undefined
        ? renderLocked(this.#words, this.#isWrong, this.#open)
        : renderTeam(this.#snapshot, this.#words, this.#isAdding, {
            download: (format) => void download(token, format).catch(this.#lose),
            downloadFile: (file) => void downloadFile(token, file).catch(this.#lose),
            addSamples: () => void this.#addSamples(),
          });
    render(content, this.#place);
  }

  #open = (token: string): void => {
    writeToken(token);
    this.#watch();
  };

  #watch(): void {
    const token = readToken();
    if (token === undefined) return;
    this.#stop?.();
    this.#isWrong = false;
    this.#snapshot = BEFORE;
    this.#stop = watchAnswers(token, {
      onSnapshot: (snapshot, arrived) => {
        this.#snapshot = snapshot;
        this.#draw();
        if (arrived > 0) this.#onArrived(arrived);
      },
      onWrongToken: () => {
        this.#stop?.();
        forgetToken();
        this.#isWrong = true;
        this.#draw();
      },
    });
    this.#draw();
  }

  async #addSamples(): Promise<void> {
    this.#isAdding = true;
    this.#draw();
    const { postSamples } = await import('./samples.ts');
    await postSamples().catch(this.#lose);
    this.#isAdding = false;
    this.#draw();
  }

  /** Until the next look succeeds. */
  #lose = (): void => {
    this.#snapshot = { ...this.#snapshot, connection: 'lost' };
    this.#draw();
  };
}
