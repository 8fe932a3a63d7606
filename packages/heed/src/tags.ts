import { lazyImport } from '@heed/elements/internal';

const files: Readonly<Record<string, () => Promise<unknown>>> = {
  'heed-attachment': lazyImport(() => withFiles(import('@heed/elements/define/attachment'))),
  'heed-ces': lazyImport(() => import('@heed/elements/define/ces')),
  'heed-choice': lazyImport(() => import('@heed/elements/define/choice')),
  'heed-complaint': lazyImport(() => withFiles(import('@heed/elements/define/complaint'))),
  'heed-consent': lazyImport(() => import('@heed/elements/define/consent')),
  'heed-csat': lazyImport(() => import('@heed/elements/define/csat')),
  'heed-launcher': lazyImport(() => import('@heed/elements/define/launcher')),
  'heed-matrix': lazyImport(() => import('@heed/elements/define/matrix')),
  'heed-nps': lazyImport(() => import('@heed/elements/define/nps')),
  'heed-prompt': lazyImport(() => import('@heed/elements/define/prompt')),
  'heed-survey': lazyImport(() => import('@heed/elements/define/survey')),
  'heed-text': lazyImport(() => import('@heed/elements/define/text')),
};

/** Loads the code that sends files early, because the user may be offline when sending. */
function withFiles(element: Promise<unknown>): Promise<unknown> {
  return Promise.all([element, import('@heed/client/requests')]);
}

/** A selector of all elements. */
export const TAGS = Object.keys(files).join();

/** Loads an element. Resolves to `undefined` if its file cannot be loaded. */
export async function loadTag(tag: string): Promise<unknown> {
  return files[tag]?.();
}
