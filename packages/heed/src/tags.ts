/** The elements that a page may contain, each loaded when the first one is seen. */
export const LOADERS: Readonly<Record<string, () => Promise<unknown>>> = {
  'heed-attachment': () => import('@heed/elements/define/attachment'),
  'heed-ces': () => import('@heed/elements/define/ces'),
  'heed-choice': () => import('@heed/elements/define/choice'),
  'heed-complaint': () => import('@heed/elements/define/complaint'),
  'heed-consent': () => import('@heed/elements/define/consent'),
  'heed-csat': () => import('@heed/elements/define/csat'),
  'heed-matrix': () => import('@heed/elements/define/matrix'),
  'heed-nps': () => import('@heed/elements/define/nps'),
  'heed-text': () => import('@heed/elements/define/text'),
};
