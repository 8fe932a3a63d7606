import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Target } from './stand-in.ts';
import { zendesk } from './zendesk.ts';

type Save = (record: object) => Promise<void>;

/** The functions of the recipes that are used here. The tests of the recipes check their types. */
interface Recipes {
  createHandler(origin: string, save: Save): (request: Request) => Promise<Response>;
  saveAsTicket(site: string, token: string, send: typeof fetch): Save;
}

/** The serverless function of the recipe, which creates tickets in the stand-in for Zendesk. */
export const relay: Target = async (context) => {
  const load = (name: string): Promise<unknown> => import(pathToFileURL(join(context.recipes, name)).href);
  const { createHandler } = (await load('function.ts')) as Recipes;
  const { saveAsTicket } = (await load('zendesk-ticket.ts')) as Recipes;
  const target = await zendesk(context);
  const connect = (
    send: (request: Request) => Response | Promise<Response>,
  ): ReturnType<typeof createHandler> =>
    createHandler(
      context.pageOrigin,
      saveAsTicket('https://shop.zendesk.example', 'agent@shop.example/token:secret', async (input, init) =>
        send(new Request(input, init)),
      ),
    );
  return {
    fetch: connect((request) => target.fetch(request)),
    failure: connect((request) => target.failure(request)),
    stored: () => target.stored(),
  };
};
