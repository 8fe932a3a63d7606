/** Tests each recipe of docs/client/endpoints.md against a stand-in for its target, from a page of another origin. */
import type { ClientOptions } from '@heed/client';
import type { TargetName } from '@heed/testing/stand-ins/remote';
import { expect } from 'chai';
import { closeAll, states } from '../src/test/fixtures.ts';
import { fastClock, open, OPENING_MS, submit } from './test/fixtures.ts';
import { formBackEnd } from './form-back-end.ts';
import { googleSheets } from './google-sheets.ts';
import { ownServer, ownServerWithoutPreflight } from './own-server.ts';
import { postgrest } from './postgrest.ts';
import { segment } from './segment.ts';
import { slack } from './slack.ts';
import { zendesk } from './zendesk.ts';

interface Case {
  target: TargetName;
  recipe(site: string): ClientOptions;
  /** True if the browser sends a preflight. */
  hasPreflight: boolean;
  /** True if the target stores only one of several copies. */
  isStoredOnce: boolean;
  /** The reason that the client reports for the failure: a status, or `network` if the response is not readable. */
  failure: string;
  /** The pause that the target asks for after the failure, if the page can read it. */
  pauseMs?: number;
}

const cases: Record<string, Case> = {
  'your own server': {
    target: 'ownServer',
    recipe: (site) => ownServer(`${site}/feedback`),
    hasPreflight: true,
    isStoredOnce: true,
    failure: '503',
    pauseMs: 10_000,
  },
  'your own server, without a preflight': {
    target: 'ownServer',
    recipe: (site) => ownServerWithoutPreflight(`${site}/feedback`),
    hasPreflight: false,
    isStoredOnce: true,
    failure: '503',
    pauseMs: 10_000,
  },
  'a serverless function that creates tickets': {
    target: 'relay',
    recipe: (site) => ownServer(`${site}/feedback`),
    hasPreflight: true,
    isStoredOnce: true,
    failure: '503',
    pauseMs: 20_000,
  },
  'a Slack webhook': {
    target: 'slack',
    recipe: (site) => slack(`${site}/services/T000/B000/secret`),
    hasPreflight: false,
    isStoredOnce: false,
    failure: '429',
  },
  'a form back end': {
    target: 'formBackEnd',
    recipe: (site) => formBackEnd(`${site}/f/feedback`),
    hasPreflight: false,
    isStoredOnce: false,
    failure: 'network',
  },
  'Zendesk requests': {
    target: 'zendesk',
    recipe: zendesk,
    hasPreflight: true,
    isStoredOnce: false,
    failure: 'network',
  },
  'a Google sheet': {
    target: 'appsScript',
    recipe: (site) => googleSheets(`${site}/macros/s/deployment/exec`),
    hasPreflight: false,
    isStoredOnce: true,
    failure: 'network',
  },
  'Segment events': {
    target: 'segment',
    recipe: (site) => segment('write-key', site),
    hasPreflight: false,
    isStoredOnce: true,
    failure: '429',
  },
  'a PostgREST table': {
    target: 'postgrest',
    recipe: postgrest,
    hasPreflight: true,
    isStoredOnce: true,
    failure: '503',
  },
};

afterEach(closeAll);

for (const [name, { target, recipe, hasPreflight, isStoredOnce, failure, pauseMs = 0 }] of Object.entries(
  cases,
)) {
  describe(name, () => {
    before(async function () {
      this.timeout(OPENING_MS);
      await open(target, recipe);
    });

    it(`accepts a record ${hasPreflight ? 'after' : 'without'} a preflight`, async () => {
      const fixture = await open(target, recipe);
      const { settled } = await submit(fixture);
      expect(await settled).to.include({ state: 'sent' });
      expect(await fixture.count()).to.equal(1);
      expect(await fixture.client.pending()).to.deep.equal([]);
      const methods = (await fixture.target.log()).map(({ method }) => method);
      expect(methods.includes('OPTIONS')).to.equal(hasPreflight);
    });

    it('accepts a record on retry after a failure', async () => {
      const fixture = await open(target, recipe);
      await fixture.target.setFaults('fail');
      const start = fastClock.now();
      const { id, settled } = await submit(fixture);
      expect(await settled).to.include({ state: 'sent' });
      const failed = fixture.client.events.find((event) => event.state === 'retrying');
      expect(failed).to.include({ reason: failure });
      expect(failed)
        .to.have.property('due')
        .that.is.at.least(start + pauseMs);
      expect(states(fixture.client, id)).to.deep.equal(['stored', 'retrying', 'sent']);
      expect(await fixture.count()).to.equal(1);
    });

    it(`stores ${isStoredOnce ? 'one' : 'each'} of the copies that follow a lost response`, async () => {
      const fixture = await open(target, recipe);
      await fixture.target.setFaults('lose the reply');
      const { settled } = await submit(fixture);
      expect(await settled).to.include({ state: 'sent' });
      const posts = await fixture.posts();
      expect(posts).to.have.length.greaterThan(1);
      expect(new Set(posts.map(({ sha256, key }) => `${sha256} ${key}`))).to.have.length(1);
      expect(await fixture.count()).to.equal(isStoredOnce ? 1 : posts.length);
    });
  });
}
