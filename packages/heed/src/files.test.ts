import type { HeedAttachment } from '@heed/elements';
import { openSpace } from '@heed/testing/fault-server/remote';
import { inside, mount, unmountAll, until } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { start, type Heed } from './start.ts';

describe('a file in a page with heed', () => {
  let heed: Heed;
  afterEach(() => {
    heed.stop();
    unmountAll();
  });

  it('is kept while there is no network, and arrives with its record', async () => {
    const { origin } = (await (await fetch('/fault-server.json')).json()) as { origin: string };
    const space = openSpace(origin, crypto.randomUUID());
    await space.script({ reset: 'before' });
    heed = start();
    const { endpoint } = space;
    const element = await mount<HeedAttachment>('heed-attachment', { survey: 'damage', endpoint });
    await until('the element', () => element.shadowRoot?.querySelector('[type=file]'));
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(100_000)], 'log.bin'));
    const field = inside<HTMLInputElement>(element, '[type=file]');
    field.files = data.files;
    field.dispatchEvent(new Event('change'));
    await until('the file', () => element.value?.includes('log.bin'));
    inside(element, '[part=submit]').click();
    await until('that it is kept', () => element.matches(':state(stored)'));
    await space.script();
    await heed.connection.open(endpoint)?.flush();
    await until('the thanks', () => element.matches(':state(sent)'));
    const held = (await space.log()).filter(({ isHeld }) => isHeld);
    expect(held).to.have.length(1);
    expect(held[0]?.headers['content-type']).to.match(/^multipart\/form-data/);
    expect(held[0]?.bytes).to.be.greaterThan(100_000);
    expect(held[0]?.id).to.match(/-7[0-9a-f]{3}-/);
  });
});
