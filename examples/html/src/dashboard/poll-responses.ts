import type { QuestionScore, StoredItem } from '@heed/receiver';
import { readResponses, readScores, WrongTokenError } from './api.ts';

/** The data of the dashboard. */
export interface Snapshot {
  connection: 'connecting' | 'live' | 'lost';
  /** Newest first. */
  latest: readonly StoredItem[];
  scores: readonly QuestionScore[];
}

export interface Listener {
  /** @param arrived The number of responses since the last call, 0 in the first call. */
  onSnapshot(snapshot: Snapshot, arrived: number): void;
  onWrongToken(): void;
}

const POLL_MS = 1000;
const MAX_LATEST = 20;
const BATCH_SIZE = 200;

/**
 * Polls the receiver about once a second while the page is visible. Returns a function that stops polling.
 *
 * Polling is more reliable than a stream of events here: several receivers may share one database, and no receiver is
 * notified when another one stores a response.
 */
export function pollResponses(token: string, { onSnapshot, onWrongToken }: Listener): () => void {
  let snapshot: Snapshot = { connection: 'connecting', latest: [], scores: [] };
  let cursor: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  const show = (changes: Partial<Snapshot>, arrived = 0): void => {
    snapshot = { ...snapshot, ...changes };
    if (!isOver) onSnapshot(snapshot, arrived);
  };
  const update = async (): Promise<void> => {
    const isFirst = cursor === undefined;
    const { responses, next } = await readResponses(token, isFirst ? MAX_LATEST : BATCH_SIZE, cursor);
    cursor = next;
    if (responses.length === 0 && !isFirst) return show({ connection: 'live' });
    const newest = isFirst ? responses : responses.toReversed();
    const { scores } = await readScores(token);
    const latest = keepNewest([...newest, ...snapshot.latest]).slice(0, MAX_LATEST);
    show({ connection: 'live', latest, scores }, isFirst ? 0 : responses.length);
  };
  const poll = async (): Promise<void> => {
    clearTimeout(timer);
    if (document.hidden || isOver) return;
    try {
      await update();
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

/** Keeps the newest version of each response. A completed response has the id of its partial response. */
function keepNewest(items: readonly StoredItem[]): StoredItem[] {
  const ids = new Set<string>();
  return items.filter(({ record: { id } }) => !ids.has(id) && ids.add(id));
}
