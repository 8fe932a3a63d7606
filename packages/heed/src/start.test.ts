import type { HeedSubmitEvent } from '@heed/elements';
import { inside, mount, unmountAll, until } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { start, type Heed } from './start.ts';

interface Received {
  path: string;
  record: { id: string; survey: string; answers: { value: unknown }[] };
}

/** What the server of this test run has received from one endpoint. */
async function received(endpoint: string): Promise<Received['record'][]> {
  const all = (await (await fetch('/received')).json()) as Received[];
  return all.filter(({ path }) => path === endpoint).map(({ record }) => record);
}

/** A path that no other test posts to; `/down/…` answers 503 until it is opened. */
const endpointOf = (kind: 'receiver' | 'down'): string => `/${kind}/${crypto.randomUUID()}`;

async function answer(element: HTMLElement, value: number): Promise<void> {
  await until('the element', () => element.shadowRoot?.querySelector('input'));
  inside<HTMLInputElement>(element, `input[aria-label^="${value} of"]`).click();
  (await until('the button', () => element.shadowRoot?.querySelector<HTMLElement>('[part=submit]')))?.click();
}

describe('start', () => {
  let heed: Heed;
  afterEach(() => {
    heed.stop();
    unmountAll();
  });

  it('loads an element that the page contains, and posts its answer to its endpoint', async () => {
    const endpoint = endpointOf('receiver');
    const element = await mount('heed-nps', { survey: 'there', endpoint });
    heed = start();
    await answer(element, 9);
    await until('the thanks', () => element.matches(':state(sent)'));
    const [record] = await received(endpoint);
    expect(record?.survey).to.equal('there');
    expect(record?.answers[0]?.value).to.equal(9);
  });

  it('loads an element that is added later, also deep inside what is added', async () => {
    heed = start();
    const section = document.createElement('section');
    const element = document.createElement('heed-csat');
    section.append(element);
    await mount('div').then((div) => div.append(section));
    await until('the element', () => element.shadowRoot?.querySelector('input'));
  });

  it('posts to the endpoint of the page when the element names none', async () => {
    const content = endpointOf('receiver');
    await mount('meta', { name: 'heed-endpoint', content }, document.head);
    heed = start();
    const element = await mount('heed-nps', { survey: 'meta' });
    await answer(element, 0);
    await until('the thanks', () => element.matches(':state(sent)'));
    expect((await received(content))[0]?.answers[0]?.value).to.equal(0);
  });

  it('keeps the answers for two endpoints apart', async () => {
    const [first, second] = [endpointOf('receiver'), endpointOf('receiver')];
    heed = start();
    const elements = [
      await mount('heed-nps', { survey: 'first', endpoint: first }),
      await mount('heed-nps', { survey: 'second', endpoint: second }),
    ];
    for (const element of elements) await answer(element, 5);
    await until('both', () => elements.every((element) => element.matches(':state(sent)')));
    expect((await received(first)).map(({ survey }) => survey)).to.deep.equal(['first']);
    expect((await received(second)).map(({ survey }) => survey)).to.deep.equal(['second']);
  });

  it('sends what an earlier visit left on the device as soon as the page names the endpoint', async () => {
    const endpoint = endpointOf('down');
    heed = start();
    const element = await mount('heed-nps', { survey: 'later', endpoint });
    await answer(element, 7);
    await until('saved', () => element.matches(':state(stored)'));
    heed.stop();
    element.remove();
    await fetch(`/open${endpoint}`, { method: 'POST' });
    heed = start();
    await mount('heed-nps', { survey: 'another', endpoint });
    let records: Received['record'][] = [];
    await until('the earlier answer', () => {
      void received(endpoint).then((all) => (records = all));
      return records.length === 1;
    });
    expect(records[0]?.survey).to.equal('later');
  });

  it('sends what an earlier visit left for the endpoint of the page, before anything is asked', async () => {
    const content = endpointOf('down');
    await mount('meta', { name: 'heed-endpoint', content }, document.head);
    heed = start({ project: content });
    const element = await mount('heed-nps', { survey: 'left' });
    await answer(element, 7);
    await until('saved', () => element.matches(':state(stored)'));
    heed.stop();
    element.remove();
    await fetch(`/open${content}`, { method: 'POST' });
    heed = start({ project: content });
    let records: Received['record'][] = [];
    await until('the earlier answer', () => {
      void received(content).then((all) => (records = all));
      return records.length === 1;
    });
    expect(records[0]?.survey).to.equal('left');
  });

  /** Registered after Heed where they are on the document, so that its own listener comes first there. */
  const places = {
    element: (element: Element): EventTarget => element,
    ancestor: () => document.body,
    document: () => document,
    window: () => window,
  };
  for (const [place, find] of Object.entries(places)) {
    it(`posts nothing while a listener on the ${place} cancels the event`, async () => {
      const content = endpointOf('receiver');
      await mount('meta', { name: 'heed-endpoint', content }, document.head);
      heed = start();
      const element = await mount('heed-nps', { survey: 'cancelled' });
      const listener = new AbortController();
      find(element).addEventListener('heed-submit', (event) => event.preventDefault(), {
        signal: listener.signal,
      });
      await answer(element, 3);
      inside(element, '[part=submit]').click();
      listener.abort();
      expect(inside(element, '[part=status]').textContent?.trim()).to.equal('');
      inside(element, '[part=submit]').click();
      await until('the thanks', () => element.matches(':state(sent)'));
      expect(await received(content)).to.have.length(1);
    });

    it(`posts nothing that a listener on the ${place} takes charge of`, async () => {
      const content = endpointOf('receiver');
      await mount('meta', { name: 'heed-endpoint', content }, document.head);
      heed = start();
      const taken = await mount('heed-nps', { survey: 'taken' });
      find(taken).addEventListener(
        'heed-submit',
        (event) => (event as HeedSubmitEvent).respondWith({ state: 'refused' }),
        { once: true },
      );
      await answer(taken, 3);
      await until('the refusal', () => taken.matches(':state(refused)'));
      inside(taken, '[part=submit]').click();
      await until('the thanks', () => taken.matches(':state(sent)'));
      expect(await received(content)).to.have.length(1);
    });
  }

  it('posts a partial answer in the turn in which the page is left, unless a listener cancels it', async () => {
    const endpoint = endpointOf('receiver');
    heed = start();
    const survey = document.createElement('heed-survey');
    Object.assign(survey, { survey: 'partial', endpoint, partial: true, noDraft: true });
    const question = document.createElement('heed-nps');
    question.name = 'recommend';
    survey.append(question);
    await mount('div').then((div) => div.append(survey));
    await until('the survey', () => survey.shadowRoot?.querySelector('[part=submit]'));
    await until('the question', () => question.shadowRoot?.querySelector('input'));
    const choose = (value: number): void =>
      inside<HTMLInputElement>(question, `input[aria-label^="${value} of"]`).click();
    const leave = (): unknown => window.dispatchEvent(new PageTransitionEvent('pagehide'));
    const cancel = (event: Event): void => event.preventDefault();
    survey.addEventListener('heed-submit', cancel);
    choose(4);
    leave();
    survey.removeEventListener('heed-submit', cancel);
    choose(5);
    leave();
    let records: Received['record'][] = [];
    await until('the partial answer', () => {
      void received(endpoint).then((all) => (records = all));
      return records.length > 0;
    });
    leave();
    expect(records.map(({ answers }) => answers[0]?.value)).to.deep.equal([5]);
  });

  it('warns and claims nothing when no endpoint is known', async () => {
    heed = start();
    const element = await mount('heed-nps', { survey: 'nowhere' });
    await answer(element, 3);
    await until('the refusal', () => element.matches(':state(refused)'));
  });

  it('takes charge of nothing once it is stopped', async () => {
    heed = start();
    heed.stop();
    const endpoint = endpointOf('receiver');
    const element = await mount('heed-nps', { survey: 'stopped', endpoint });
    await answer(element, 3);
    await until('the refusal', () => element.matches(':state(refused)'));
    expect(await received(endpoint)).to.deep.equal([]);
  });
});
