import type { Route } from './route.ts';

export const getHealth: Route = {
  method: 'GET',
  path: '/health',
  access: 'public',
  query: [],
  returns: '`{ status: "ok" }` if the database responds',
  createHandler: ({ store }) => {
    return async () => {
      await store.ping();
      return Response.json({ status: 'ok' });
    };
  },
};
