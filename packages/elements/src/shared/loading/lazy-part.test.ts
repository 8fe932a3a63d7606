import { html } from 'lit';
import { mount, unmountAll, until } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { lazyImport, retryListeners } from './lazy-import.ts';
import { LazyHost, LazyPart } from './lazy-part.ts';

/** A file that arrives when the test says so. */
let arrive: (file: string) => void;
let fail: () => void;
let requests = 0;

class TestHost extends LazyHost {
  created = 0;
  readonly lazy = new LazyPart(this, this.#createImport(), (file) => {
    this.created += 1;
    return file.toUpperCase();
  });

  #createImport(): ReturnType<typeof lazyImport<string>> {
    return lazyImport(
      () =>
        new Promise((resolve, reject) => {
          requests += 1;
          arrive = resolve;
          fail = () => reject(new Error('out of reach'));
        }),
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    retryListeners.add(this.#update);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    retryListeners.delete(this.#update);
  }

  readonly #update = (): void => this.requestUpdate();

  protected override updated(): void {
    void this.lazy.load();
  }

  protected override render(): unknown {
    return html`<p>${this.lazy.value ?? 'nothing'}</p>`;
  }
}
customElements.define('test-host', TestHost);

/** The host, once it has asked for its part. */
async function mountHost(): Promise<TestHost> {
  requests = 0;
  const host = document.createElement('test-host') as TestHost;
  (await mount('div')).append(host);
  await until('the request', () => requests === 1);
  return host;
}

const textOf = (host: TestHost): string | null | undefined => host.shadowRoot?.textContent;

describe('LazyPart', () => {
  afterEach(() => {
    dispatchEvent(new Event('online'));
    unmountAll();
  });

  it('lets the element render without it, and updates the element when it arrives', async () => {
    const host = await mountHost();
    expect(textOf(host)).to.equal('nothing');
    expect(host.lazy.value).to.equal(undefined);
    arrive('file');
    await host.updateComplete;
    expect(textOf(host)).to.equal('FILE');
  });

  it('is waited for by updateComplete', async () => {
    const host = await mountHost();
    let isComplete = false;
    const complete = host.updateComplete.then(() => (isComplete = true));
    await new Promise((resolve) => setTimeout(resolve));
    expect(isComplete).to.equal(false);
    arrive('file');
    await complete;
    expect(textOf(host)).to.equal('FILE');
  });

  it('is created once, however often it is asked for', async () => {
    const host = await mountHost();
    const parts = [host.lazy.load(), host.lazy.load(true)];
    arrive('file');
    expect(await Promise.all(parts)).to.deep.equal(['FILE', 'FILE']);
    await host.updateComplete;
    expect(await host.lazy.load()).to.equal('FILE');
    expect([requests, host.created]).to.deep.equal([1, 1]);
  });

  it('does not hold up updateComplete after a failure', async () => {
    const host = await mountHost();
    fail();
    await host.updateComplete;
    expect(textOf(host)).to.equal('nothing');
    expect(await host.lazy.load()).to.equal(undefined);
    expect(requests).to.equal(1);
  });

  it('is requested again when the browser is online, by an update of the element', async () => {
    const host = await mountHost();
    fail();
    await host.updateComplete;
    dispatchEvent(new Event('online'));
    await until('the second request', () => requests === 2);
    arrive('file');
    await host.updateComplete;
    expect(textOf(host)).to.equal('FILE');
  });

  it('is requested again immediately if it is urgent', async () => {
    const host = await mountHost();
    fail();
    await host.updateComplete;
    const part = host.lazy.load(true);
    expect(requests).to.equal(2);
    arrive('file');
    expect(await part).to.equal('FILE');
  });
});
