import type { ResponseRecord } from '@heed/core';
import * as components from '@heed/elements/react';
import { HeedCsat, HeedNps } from '@heed/elements/react';
import { inside, listen, unmountAll, until, warningsDuring } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { createElement, StrictMode, useState, type FunctionComponent, type ReactNode } from 'react';
import { hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { DeliveryQuestion } from '../src/delivery-question.tsx';

type Csat = HTMLElement & { value: unknown; respondent?: object; updateComplete: Promise<unknown> };

const OBJECTS = { name: 'field', strings: { send: 'Go' } };

function defineAll(): Promise<unknown> {
  return Promise.all([
    import('@heed/elements/define/attachment'),
    import('@heed/elements/define/ces'),
    import('@heed/elements/define/choice'),
    import('@heed/elements/define/complaint'),
    import('@heed/elements/define/consent'),
    import('@heed/elements/define/csat'),
    import('@heed/elements/define/launcher'),
    import('@heed/elements/define/matrix'),
    import('@heed/elements/define/nps'),
    import('@heed/elements/define/prompt'),
    import('@heed/elements/define/survey'),
    import('@heed/elements/define/text'),
  ]);
}

describe('a server-rendered React element', () => {
  let root: Root | undefined;
  let host: HTMLElement;
  let errors: unknown[];
  let records: ResponseRecord[];
  let consoleBefore: object;
  beforeEach(() => {
    host = document.createElement('main');
    document.body.append(host);
    errors = [];
    records = [];
    // React reports hydration mismatches with console.error.
    const { error } = console;
    consoleBefore = { error };
    Object.assign(console, { error: (...args: unknown[]) => errors.push(args) });
  });
  afterEach(() => {
    Object.assign(console, consoleBefore);
    root?.unmount();
    host.remove();
    unmountAll();
    expect(errors).to.deep.equal([]);
  });

  const question = (customer = 'Ada'): ReactNode => (
    <StrictMode>
      <DeliveryQuestion customer={customer} onRecord={(record) => records.push(record)} />
    </StrictMode>
  );
  const csat = (): Csat => host.querySelector('heed-csat') as Csat;
  const show = (app: ReactNode): void => void (host.innerHTML = renderToString(app));
  const hydrate = async (app: ReactNode, isHydrated: () => unknown): Promise<void> => {
    root = hydrateRoot(host, app, { onRecoverableError: (error) => errors.push(error) });
    await until('hydration', isHydrated);
  };
  const answer = async (score: number): Promise<void> => {
    await until('the scale', () => csat().shadowRoot?.querySelector('input'));
    inside<HTMLInputElement>(csat(), `[part~=option]:nth-child(${score}) input`).click();
  };
  const send = async (): Promise<void> => {
    await until('the button', () => csat().shadowRoot?.querySelector('[part=submit]'));
    inside(csat(), '[part=submit]').click();
  };
  const sends = async (customer: string): Promise<void> => {
    await send();
    await until('the thanks', () => csat().matches(':state(sent)'));
    expect(records.map(({ respondent }) => respondent)).to.deep.equal([{ id: customer }]);
  };

  // This must be the first test of the page, because the element must not be registered yet.
  it('sends with its objects and listeners when it is registered after hydration', async () => {
    show(question());
    expect(host.innerHTML).not.to.contain('object');
    await hydrate(question(), () => csat().respondent);
    expect(customElements.get('heed-csat')).to.equal(undefined);
    await import('@heed/elements/define/csat');
    await answer(6);
    await sends('Ada');
  });

  it('sends with its objects and listeners when it is registered before hydration, and follows the props', async () => {
    show(question());
    const warnings = await warningsDuring(async () => {
      await hydrate(question(), () => csat().respondent);
      root?.render(question('Grace'));
      await until('the new respondent', () => JSON.stringify(csat().respondent) === '{"id":"Grace"}');
      await answer(6);
      await sends('Grace');
    });
    expect(warnings).to.deep.equal([]);
  });

  it('keeps an answer that was given before hydration, and sends it once', async () => {
    show(question());
    await answer(2);
    await hydrate(question(), () => csat().respondent);
    expect(csat().value).to.equal(2);
    await sends('Ada');
  });

  it('keeps an answer that was refused before hydration, and sends it once', async () => {
    show(question());
    await answer(2);
    const warnings = await warningsDuring(async () => {
      await send();
      await until('the refusal', () => csat().matches(':state(refused)'));
    });
    expect(warnings).to.have.length(1);
    await hydrate(question(), () => csat().respondent);
    await sends('Ada');
  });

  it('removes its listeners when React removes it', async () => {
    show(question());
    await hydrate(question(), () => csat().respondent);
    const element = csat();
    root?.unmount();
    element.dispatchEvent(new CustomEvent('heed-submit', { detail: {} }));
    expect(records).to.deep.equal([]);
  });

  it('writes an answer that was given before hydration to the state', async () => {
    let set: (value: number | null) => void = () => {};
    function Question(): ReactNode {
      const [score, setScore] = useState<number | null>(null);
      set = setScore;
      return (
        <>
          <HeedCsat
            name="score"
            value={score}
            onChange={({ currentTarget }) => setScore(currentTarget.value)}
          />
          <pre>{JSON.stringify(score)}</pre>
        </>
      );
    }
    show(<Question />);
    await answer(3);
    await hydrate(<Question />, () => host.querySelector('pre')?.textContent === '3');
    expect(csat().value).to.equal(3);
    set(null);
    await until('no answer', () => csat().value === null);
  });

  it('fires no event without an answer before hydration', async () => {
    const app = <HeedCsat name="score" value={4} respondent={{ id: 'u-42' }} />;
    show(app);
    await csat().updateComplete;
    const { heard, stop } = listen('input', 'change');
    await hydrate(app, () => csat().respondent);
    await csat().updateComplete;
    stop();
    expect([heard.length, csat().value]).to.deep.equal([0, 4]);
  });

  it('has its default value before and after hydration', async () => {
    const app = (
      <form>
        <HeedCsat name="score" defaultValue={4} respondent={{ id: 'u-42' }} />
      </form>
    );
    show(app);
    await csat().updateComplete;
    expect(csat().value).to.equal(4);
    await hydrate(app, () => csat().respondent);
    csat().value = 2;
    host.querySelector('form')?.reset();
    expect(csat().value).to.equal(4);
  });

  it('hydrates every element without a mismatch', async () => {
    await defineAll();
    const all = Object.entries(components).filter(([name]) => name.startsWith('Heed'));
    expect(all).to.have.length(12);
    const app = (
      <>
        {all.map(([name, Each]) =>
          createElement(Each as FunctionComponent<object>, { key: name, ...OBJECTS }),
        )}
      </>
    );
    show(app);
    const elements = [...host.children] as Csat[];
    await Promise.all(elements.map(({ updateComplete }) => updateComplete));
    await hydrate(app, () =>
      elements.every((element) => Reflect.get(element, 'strings') === OBJECTS.strings),
    );
    expect([...host.children]).to.deep.equal(elements);
  });

  it('sets a ref to the element, and resets it', async () => {
    const seen: unknown[] = [];
    const app = (
      <HeedNps name="score" respondent={{ id: 'u-42' }} ref={(element) => void seen.push(element)} />
    );
    show(app);
    const element = host.querySelector('heed-nps') as Csat;
    await hydrate(app, () => element.respondent);
    root?.unmount();
    expect(seen).to.deep.equal([element, null]);
  });
});
