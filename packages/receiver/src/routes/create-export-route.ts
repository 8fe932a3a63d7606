import type { ExportFormat } from '../export/export-format.ts';
import { exportText } from '../export/export-text.ts';
import { FILTER_PARAMETERS, parseFilter } from '../http/query-parameters.ts';
import { streamText } from '../http/stream-text.ts';
import { describeError } from '../logging/describe-error.ts';
import type { Route } from './route.ts';

/** Returns the route `GET /export.<extension>`, which streams all matching responses, oldest first. */
export function createExportRoute(format: ExportFormat, returns: string): Route {
  return {
    method: 'GET',
    path: `/export.${format.extension}`,
    access: 'token',
    query: FILTER_PARAMETERS,
    returns,
    createHandler: ({ store, log, now }) => {
      return async ({ query }) => {
        const text = await exportText(store, parseFilter(query), format);
        const stream = streamText(text, (error) => log(`An export was interrupted: ${describeError(error)}`));
        return new Response(stream, { headers: createHeaders(format, now()) });
      };
    },
  };
}

function createHeaders({ contentType, extension }: ExportFormat, time: number): Record<string, string> {
  const day = new Date(time).toISOString().slice(0, 10);
  return {
    'content-type': contentType,
    'content-disposition': `attachment; filename="feedback-${day}.${extension}"`,
  };
}
