import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { ANY_ORIGIN, type Target } from './stand-in.ts';

type DoPost = (event: { postData: { contents: string } }) => { text: string };

/**
 * A spreadsheet with the script of the recipe, published as a web app of Google Apps Script.
 *
 * - The reply is a redirect to another host, where a GET returns the text:
 *   https://developers.google.com/apps-script/guides/content#redirects
 * - Every origin may read both replies: https://dev.to/codemee/apps-script-web-apps-hui-ying-wen-zi-nei-rong-de-zhuan-zhi-wen-ti-1056
 * - A preflight gets 405, because a script has no function for it. If the script throws, the reply is a page that other
 *   origins may not read: https://developers.google.com/apps-script/guides/web
 */
export const appsScript: Target = ({ otherBase, recipes }) => {
  const rows: unknown[][] = [];
  const texts: string[] = [];
  const script = readFileSync(join(recipes, 'google-sheets.gs'), 'utf8');
  const doPost = runInNewContext(`${script};doPost`, createServices(rows)) as DoPost;

  return {
    async fetch(request) {
      const { searchParams } = new URL(request.url);
      const content = texts[Number(searchParams.get('user_content_key') ?? NaN)];
      if (request.method === 'GET' && content !== undefined)
        return new Response(content, { headers: { ...ANY_ORIGIN, 'content-type': 'application/json' } });
      if (request.method !== 'POST') return new Response(null, { status: 405 });
      try {
        const { text } = doPost({ postData: { contents: await request.text() } });
        const location = `${otherBase}/macros/echo?user_content_key=${texts.push(text) - 1}`;
        return new Response(null, { status: 302, headers: { ...ANY_ORIGIN, location } });
      } catch {
        return createErrorPage();
      }
    },
    failure: createErrorPage,
    stored: () => rows,
  };
};

function createErrorPage(): Response {
  return new Response('<!doctype html><title>Error</title>', { headers: { 'content-type': 'text/html' } });
}

/** The services of Apps Script that the recipe uses. */
function createServices(rows: unknown[][]): object {
  const sheet = {
    /** A sheet evaluates text that starts with "=" as a formula. */
    appendRow(cells: unknown[]) {
      rows.push(cells.map((cell) => (String(cell).startsWith('=') ? { formula: cell } : cell)));
    },
    createTextFinder: (text: string) => ({
      matchEntireCell: () => ({ findNext: () => rows.find((cells) => cells.includes(text)) ?? null }),
    }),
  };
  return {
    SpreadsheetApp: { getActiveSpreadsheet: () => ({ getSheets: () => [sheet] }) },
    LockService: { getScriptLock: () => ({ waitLock: () => {}, releaseLock: () => {} }) },
    ContentService: {
      MimeType: { JSON: 'application/json' },
      createTextOutput: (text: string) => ({ text, setMimeType: () => ({ text }) }),
    },
  };
}
