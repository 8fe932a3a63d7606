/**
 * Delivers what waits on the device after its page is gone, where the browser has Background Sync: a part for the
 * site's own service worker, and a part for the page. Nothing happens at import.
 */
export { deliverInBackground, type BackgroundOptions } from './deliver.ts';
export { requestBackgroundDelivery } from './request.ts';
