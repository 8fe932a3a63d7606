/** Tests a server-rendered element that `import 'heed'` registers after hydration. */
import { inside, until } from '../suites/page.ts';
import { expect } from 'chai';

type Nps = HTMLElement & { value: unknown; respondent?: object };

export interface LateDefinitionCase {
  framework: string;
  /** Renders the app into `host` on the server and hydrates it. Returns a function that unmounts it. */
  open(host: HTMLElement, customer: string): Promise<() => void>;
}

export function lateDefinitionSuite({ framework, open }: LateDefinitionCase): void {
  describe(`an element that is registered after hydration with ${framework}`, () => {
    it('receives its objects, and writes its value to the state', async () => {
      const host = document.createElement('main');
      document.body.append(host);
      const close = await open(host, 'Ada');
      const nps = host.querySelector('heed-nps') as Nps;
      await until('the scale', () => nps.shadowRoot?.querySelector('input'));
      inside<HTMLInputElement>(nps, '[part~=option]:nth-child(4) input').click();
      const question = (): string | null => inside(nps, '[part=question]').textContent;
      await until('the state', () => question()?.includes('3 of 10: thank you!'));
      expect([nps.value, nps.respondent]).to.deep.equal([3, { id: 'Ada' }]);
      close();
      host.remove();
    });
  });
}
