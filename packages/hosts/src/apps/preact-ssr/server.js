import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { render } from './dist/server/entry-server.js';

const template = readFileSync('dist/client/index.html', 'utf8');

createServer(async ({ url }, response) => {
  const file = `dist/client${url}`;
  if (url !== '/' && existsSync(file)) {
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(readFileSync(file));
    return;
  }
  const page = template.replace('<!--app-->', await render());
  response.writeHead(200, { 'content-type': 'text/html' }).end(page);
}).listen(process.env.PORT);
