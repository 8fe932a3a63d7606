import { createReceiver, type Receiver, type ResponseList, type Store } from '@heed/receiver';
import { createPgliteStore } from '@heed/receiver/pglite';
import type { Target } from './stand-in.ts';

const TOKEN = 'token-of-the-stand-in';

let opening: Promise<Store> | undefined;

/** The real receiver, which allows the origin of the page. All tests share its store. */
export const ownServer: Target = async ({ pageOrigin }) => {
  const store = await (opening ??= createPgliteStore({ dataDir: 'memory://' }));
  const open = (store: Store): Receiver => createReceiver({ store, token: TOKEN, origins: [pageOrigin] });
  const receiver = open(store);
  const broken = open({ ...store, add: () => Promise.reject(new Error('the database is not available')) });
  return {
    fetch: (request) => receiver.fetch(request),
    failure: (request) => broken.fetch(request),
    async stored() {
      const request = new Request('http://receiver/feedback/responses?limit=500', {
        headers: { authorization: `Bearer ${TOKEN}` },
      });
      return ((await (await receiver.fetch(request)).json()) as ResponseList).responses;
    },
  };
};
