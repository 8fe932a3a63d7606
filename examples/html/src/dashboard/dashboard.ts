import { render } from 'lit';
import type { Strings } from '../localization/strings.ts';
import { removeToken, readToken, takeToken, writeToken } from './token.ts';
import { downloadFile, downloadResponses } from './api.ts';
import { pollResponses, type Snapshot } from './poll-responses.ts';
import { renderDashboard, renderLocked } from './dashboard-view.ts';

const INITIAL: Snapshot = { connection: 'connecting', latest: [], scores: [] };

/** The dashboard next to the shop. Asks for the token, then shows the responses live. */
export class Dashboard {
  readonly #host: HTMLElement;
  readonly #onArrived: (count: number) => void;
  #strings: Strings | undefined;
  #snapshot = INITIAL;
  #isTokenWrong = false;
  #isAdding = false;
  #stop: (() => void) | undefined;

  /** @param onArrived Called with the number of new responses. */
  constructor(host: HTMLElement, onArrived: (count: number) => void) {
    this.#host = host;
    this.#onArrived = onArrived;
  }

  start(): void {
    takeToken();
    // Pasting the printed URL into the address bar of the open page does not load it again.
    addEventListener('hashchange', () => takeToken() && this.#watch());
    this.#watch();
  }

  /** Renders the dashboard with these strings. */
  localize(strings: Strings): void {
    this.#strings = strings;
    this.#render();
  }

  #render(): void {
    if (!this.#strings) return;
    const token = readToken();
    const content =
      token === undefined
        ? renderLocked(this.#strings, this.#isTokenWrong, this.#open)
        : renderDashboard(this.#snapshot, this.#strings, this.#isAdding, {
            download: (format) => void downloadResponses(token, format).catch(this.#showLost),
            downloadFile: (file) => void downloadFile(token, file).catch(this.#showLost),
            addSamples: () => void this.#addSamples(),
          });
    render(content, this.#host);
  }

  #open = (token: string): void => {
    writeToken(token);
    this.#watch();
  };

  #watch(): void {
    const token = readToken();
    if (token === undefined) return;
    this.#stop?.();
    this.#isTokenWrong = false;
    this.#snapshot = INITIAL;
    this.#stop = pollResponses(token, {
      onSnapshot: (snapshot, arrived) => {
        this.#snapshot = snapshot;
        this.#render();
        if (arrived > 0) this.#onArrived(arrived);
      },
      onWrongToken: () => {
        this.#stop?.();
        removeToken();
        this.#isTokenWrong = true;
        this.#render();
      },
    });
    this.#render();
  }

  async #addSamples(): Promise<void> {
    this.#isAdding = true;
    this.#render();
    const { postSamples } = await import('./sample-responses.ts');
    await postSamples().catch(this.#showLost);
    this.#isAdding = false;
    this.#render();
  }

  /** Shows a lost connection until the next successful request. */
  #showLost = (): void => {
    this.#snapshot = { ...this.#snapshot, connection: 'lost' };
    this.#render();
  };
}
