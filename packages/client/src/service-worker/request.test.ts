import { expect } from 'chai';
import { requestBackgroundDelivery } from './request.ts';

describe('requestBackgroundDelivery', () => {
  it('has no effect in a page without a service worker', async () => {
    const problems: unknown[] = [];
    const note = (event: PromiseRejectionEvent): void => void problems.push(event.reason);
    addEventListener('unhandledrejection', note);
    for (const state of ['stored', 'volatile'] as const) requestBackgroundDelivery({ id: '1', state });
    await new Promise((resolve) => setTimeout(resolve));
    removeEventListener('unhandledrejection', note);
    expect(problems).to.deep.equal([]);
  });
});
