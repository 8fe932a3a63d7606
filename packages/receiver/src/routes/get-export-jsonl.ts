import { JSON_LINES } from '../export/export-format.ts';
import { createExportRoute } from './create-export-route.ts';

export const getExportJsonl = createExportRoute(JSON_LINES, 'all responses as JSON Lines, oldest first');
