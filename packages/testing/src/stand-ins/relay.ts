import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Target } from './stand-in.ts';
import { zendesk } from './zendesk.ts';

type Save = (record: object) => Promise<void>;

/** As much of the recipes as is used here; the recipes' own tests check their types. */
interface Recipes {
  createHandler(origin: string, save: Save): (request: Request) => Promise<Response>;
  saveAsTicket(site: string, token: string, send: typeof fetch): Save;
}

/** The recipe's serverless function, which makes tickets at the stand-in of Zendesk. */
export const relay: Target = async (place) => {
  const load = (name: string): Promise<unknown> => import(pathToFileURL(join(place.recipes, name)).href);
  const { createHandler } = (await load('function.ts')) as Recipes;
  const { saveAsTicket } = (await load('zendesk-ticket.ts')) as Recipes;
  const target = await zendesk(place);
  const connect = (
    send: (request: Request) => Response | Promise<Response>,
  ): ReturnType<typeof createHandler> =>
    createHandler(
      place.pageOrigin,
      saveAsTicket('https://shop.zendesk.example', 'agent@shop.example/token:secret', async (input, init) =>
        send(new Request(input, init)),
      ),
    );
  return {
    fetch: connect((request) => target.fetch(request)),
    failure: connect((request) => target.failure(request)),
    held: () => target.held(),
  };
};
