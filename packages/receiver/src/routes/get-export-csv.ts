import { CSV } from '../export/export-format.ts';
import { createExportRoute } from './create-export-route.ts';

export const getExportCsv = createExportRoute(CSV, 'all answers as CSV for spreadsheets, oldest first');
