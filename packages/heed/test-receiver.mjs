/**
 * A receiver inside the test server: takes posts to `/receiver/…`, refuses those to `/down/…` with 503 until
 * `POST /open/down/…`, and lists at `/received` what it took.
 */
export function receiverMiddleware() {
  const taken = [];
  const open = new Set();
  return async (context, next) => {
    const { method, path } = context;
    if (path === '/received') context.body = taken;
    else if (method === 'POST' && path.startsWith('/open/')) {
      open.add(path.slice('/open'.length));
      context.status = 204;
    } else if (method === 'POST' && path.startsWith('/down/') && !open.has(path)) context.status = 503;
    else if (method === 'POST' && /^\/(receiver|down)\//.test(path)) {
      taken.push({ path, record: JSON.parse(await readText(context.req)) });
      context.status = 201;
      context.body = {};
    } else await next();
  };
}

async function readText(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
