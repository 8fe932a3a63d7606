import type { Settings } from '../api/options.ts';
import type { PostResult } from './post-once.ts';

/** If a post was not confirmed, loads the warnings and reports why. Never rejects. */
export async function explainFailure(
  settings: Settings,
  result: PostResult,
  stop: AbortSignal,
): Promise<void> {
  try {
    // Offline there is nothing to correct, and nothing can be loaded.
    if (result.isConfirmed || !(result.response || navigator.onLine)) return;
    const { explain } = await import('../explain/explain.ts');
    await explain(settings, result, stop);
  } catch {
    // The file could not be loaded, or there is no `navigator`.
  }
}
