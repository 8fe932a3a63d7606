import { renderElements } from '@heed/elements/server';
import '@heed/elements/define/csat';
import '@heed/elements/define/nps';
import { defineMiddleware } from 'astro:middleware';

export const onRequest = defineMiddleware(async (_context, next) => {
  const response = await next();
  return new Response(await renderElements(await response.text()), response);
});
