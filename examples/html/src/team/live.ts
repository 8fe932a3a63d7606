import type { QuestionScore, StoredItem } from '@heed/receiver';
import { readResponses, readScores, WrongTokenError } from './api.ts';

/** What the team sees. */
export interface Snapshot {
  connection: 'connecting' | 'live' | 'lost';
  /** Newest first. */
  latest: readonly StoredItem[];
  scores: readonly QuestionScore[];
}

export interface Listener {
  /** @param arrived so many answers are new since the first look */
  onSnapshot(snapshot: Snapshot, arrived: number): void;
  onWrongToken(): void;
}

const POLL_MS = 1000;
const LATEST = 20;
const BATCH = 200;

/**
 * Asks about once a second while the page is visible. Asking, not listening, is right here: several receivers may
 * share one database, and none of them hears what another one stored.
 *
 * @returns ends it
 */
export function watchAnswers(token: string, { onSnapshot, onWrongToken }: Listener): () => void {
  let snapshot: Snapshot = { connection: 'connecting', latest: [], scores: [] };
  let cursor: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  const show = (changes: Partial<Snapshot>, arrived = 0): void => {
    snapshot = { ...snapshot, ...changes };
    if (!isOver) onSnapshot(snapshot, arrived);
  };
  const look = async (): Promise<void> => {
    const isFirst = cursor === undefined;
    const { responses, next } = await readResponses(token, isFirst ? LATEST : BATCH, cursor);
    cursor = next;
    if (responses.length === 0 && !isFirst) return show({ connection: 'live' });
    const newest = isFirst ? responses : responses.toReversed();
    const { scores } = await readScores(token);
    const latest = newestOfEach([...newest, ...snapshot.latest]).slice(0, LATEST);
    show({ connection: 'live', latest, scores }, isFirst ? 0 : responses.length);
  };
  const poll = async (): Promise<void> => {
    clearTimeout(timer);
    if (document.hidden || isOver) return;
    try {
      await look();
    } catch (error) {
      if (error instanceof WrongTokenError) return onWrongToken();
      show({ connection: 'lost' });
    }
    timer = setTimeout(poll, POLL_MS);
  };
  document.addEventListener('visibilitychange', poll);
  void poll();
  return () => {
    isOver = true;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', poll);
  };
}

/** An answer that was completed later comes once more, under the same id. */
function newestOfEach(items: readonly StoredItem[]): StoredItem[] {
  const ids = new Set<string>();
  return items.filter(({ record: { id } }) => !ids.has(id) && ids.add(id));
}
