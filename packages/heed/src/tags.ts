/** The elements that a page may contain, each loaded when the first one is seen. */
export const LOADERS: Readonly<Record<string, () => Promise<unknown>>> = {
  'heed-attachment': () => withFiles(import('@heed/elements/define/attachment')),
  'heed-ces': () => import('@heed/elements/define/ces'),
  'heed-choice': () => import('@heed/elements/define/choice'),
  'heed-complaint': () => withFiles(import('@heed/elements/define/complaint')),
  'heed-consent': () => import('@heed/elements/define/consent'),
  'heed-csat': () => import('@heed/elements/define/csat'),
  'heed-launcher': () => import('@heed/elements/define/launcher'),
  'heed-matrix': () => import('@heed/elements/define/matrix'),
  'heed-nps': () => import('@heed/elements/define/nps'),
  'heed-prompt': () => import('@heed/elements/define/prompt'),
  'heed-survey': () => import('@heed/elements/define/survey'),
  'heed-text': () => import('@heed/elements/define/text'),
};

/** What sends files is there before the network may be gone: a browser need not try a load again that has failed. */
function withFiles(element: Promise<unknown>): Promise<unknown> {
  return Promise.all([element, import('@heed/client/requests')]);
}
