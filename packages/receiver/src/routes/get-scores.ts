import { FILTER_PARAMETERS, parseFilter, parsePeriod } from '../http/query-parameters.ts';
import { readScores } from '../scores/read-scores.ts';
import type { Route } from './route.ts';

export const getScores: Route = {
  method: 'GET',
  path: '/scores',
  access: 'token',
  query: [...FILTER_PARAMETERS, 'period'],
  returns:
    '`{ scores }`: NPS, CSAT and CES with n and confidence interval, choices by frequency; `period=day` returns a time series',
  createHandler: ({ store }) => {
    return async ({ query }) =>
      Response.json(await readScores(store, parseFilter(query), parsePeriod(query)));
  },
};
