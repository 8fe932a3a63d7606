import { later } from '@heed/elements/later';

const files: Readonly<Record<string, () => Promise<unknown>>> = {
  'heed-attachment': later(() => withFiles(import('@heed/elements/define/attachment'))),
  'heed-ces': later(() => import('@heed/elements/define/ces')),
  'heed-choice': later(() => import('@heed/elements/define/choice')),
  'heed-complaint': later(() => withFiles(import('@heed/elements/define/complaint'))),
  'heed-consent': later(() => import('@heed/elements/define/consent')),
  'heed-csat': later(() => import('@heed/elements/define/csat')),
  'heed-launcher': later(() => import('@heed/elements/define/launcher')),
  'heed-matrix': later(() => import('@heed/elements/define/matrix')),
  'heed-nps': later(() => import('@heed/elements/define/nps')),
  'heed-prompt': later(() => import('@heed/elements/define/prompt')),
  'heed-survey': later(() => import('@heed/elements/define/survey')),
  'heed-text': later(() => import('@heed/elements/define/text')),
};

/** What sends files is there before the network may be gone. */
function withFiles(element: Promise<unknown>): Promise<unknown> {
  return Promise.all([element, import('@heed/client/requests')]);
}

/** The elements that a page may contain, as a selector. */
export const TAGS = Object.keys(files).join();

/** Loads an element when the first one is seen. Resolves to `undefined` while its file cannot be loaded. */
export async function loadTag(tag: string): Promise<unknown> {
  return files[tag]?.();
}
