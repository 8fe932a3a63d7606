/** An element that a server has rendered and `import 'heed'` registers once the framework has taken over. */
import { inside, until } from '../suites/page.ts';
import { expect } from 'chai';

type Nps = HTMLElement & { value: unknown; respondent?: object };

export interface LateDefinitionCase {
  framework: string;
  /** Puts into `host` what a server has rendered, and takes it over. */
  open(host: HTMLElement, customer: string): Promise<() => void>;
}

export function lateDefinitionSuite({ framework, open }: LateDefinitionCase): void {
  describe(`an element that is registered after ${framework} has taken over`, () => {
    it('has its objects, and its value in the state', async () => {
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
