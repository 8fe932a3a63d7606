/** Custom elements of the page whose class is broken. */
import { expect } from 'vitest';
import type { HostPage } from '../host-page.ts';

export const pages: readonly HostPage[] = [
  {
    title: 'opens a prompt that contains an element whose constructor throws',
    head: `<script>
      customElements.define('team-broken', class extends HTMLElement { constructor() { throw new Error('broken'); } });
    </script>`,
    body: `<heed-prompt name="p" display="inline">
      <heed-csat survey="s"></heed-csat><team-broken></team-broken><button is="team-button">Help</button>
    </heed-prompt>`,
    async test(host) {
      await host.waitUntil("find('heed-prompt').show");
      expect(await host.run("return find('heed-prompt').show()")).toBe(true);
      await host.run("captured.errors = captured.errors.filter((text) => !text.includes('broken'))");
    },
  },
];
