/**
 * Delivers queued records after the page is closed, in browsers with Background Sync: one function for the site's service
 * worker and one for the page. Importing it has no side effects.
 */
export { deliverInBackground, type BackgroundOptions } from './deliver.ts';
export { requestBackgroundDelivery } from './request.ts';
