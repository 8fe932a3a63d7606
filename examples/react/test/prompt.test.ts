import type { HeedPrompt } from '@heed/elements';
import { mount, unmountAll, until } from '@heed/testing/suites/page';
import { expect } from 'chai';
import type { Mounted } from '@heed/testing/frameworks/app';
import { mountWith } from './mount.tsx';
import { Prompt, PromptWithTemplate, type PromptProps } from '../src/prompt.tsx';

describe('a prompt in React, in strict mode', () => {
  let app: Mounted<object> | undefined;
  afterEach(() => {
    app?.unmount();
    app = undefined;
    unmountAll();
  });

  const start = async (reasons: string[]): Promise<[HeedPrompt, Mounted<PromptProps>]> => {
    const host = await mount<HTMLElement>('div');
    const onHide = (reason: string): number => reasons.push(reason);
    const mounted = await mountWith(Prompt)(host, { hasRecommendation: false, isRendered: true, onHide });
    app = mounted as Mounted<object>;
    return [host.querySelector('heed-prompt') as HeedPrompt, mounted];
  };

  it('opens with its survey, and stays open when React renders again', async () => {
    const reasons: string[] = [];
    const [prompt, mounted] = await start(reasons);
    expect(await prompt.show()).to.equal(true);
    await mounted.update({ hasRecommendation: true });
    await until('the new question', () =>
      prompt.querySelector('heed-nps')?.shadowRoot?.querySelector('input'),
    );
    await mounted.update({ hasRecommendation: false });
    expect([prompt.open, prompt.querySelector('heed-nps') === null]).to.deep.equal([true, true]);
    prompt.hide();
    expect(reasons).to.deep.equal(['closed']);
  });

  it('closes without an error when React removes it', async () => {
    const reasons: string[] = [];
    const [prompt, mounted] = await start(reasons);
    await prompt.show();
    await mounted.update({ isRendered: false });
    expect(prompt.isConnected).to.equal(false);
    // A prompt that was only moved would be connected again by then.
    await until('the prompt to close', () => !prompt.open);
  });

  it('shows the content of a template', async () => {
    const host = await mount<HTMLElement>('div');
    app = await mountWith(PromptWithTemplate)(host, {});
    const prompt = host.querySelector('heed-prompt') as HeedPrompt;
    expect(await prompt.show()).to.equal(true);
    expect(prompt.querySelectorAll(':scope > heed-csat').length).to.equal(1);
  });
});
