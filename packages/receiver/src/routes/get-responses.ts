import { FILTER_PARAMETERS, parseListQuery } from '../http/query-parameters.ts';
import { readResponseList } from '../responses/response-list.ts';
import type { Route } from './route.ts';

export const getResponses: Route = {
  method: 'GET',
  path: '/responses',
  access: 'token',
  query: [...FILTER_PARAMETERS, 'limit', 'before', 'after'],
  returns: '`{ responses, next }`, newest first; `after=<next>` returns newer responses',
  createHandler: ({ store }) => {
    return async ({ query }) => {
      const json = await readResponseList(store, parseListQuery(query));
      return new Response(json, { headers: { 'content-type': 'application/json' } });
    };
  },
};
