import '../../define/complaint.ts';
import { clickOn, inside, mount, press, unmountAll, until } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { answer, attach, choose, field, option, part, send, setUp, type } from './test/complaint.ts';
import type { HeedComplaint } from './complaint.ts';

const notice = (element: HeedComplaint): string =>
  element.shadowRoot?.querySelector('[part=notice] span')?.textContent?.trim() ?? '';

describe('the draft of <heed-complaint>', () => {
  afterEach(() => {
    unmountAll();
    localStorage.clear();
  });

  it("restores the user's input after a reload, with a notice", async () => {
    const first = await setUp({ survey: 'draft' });
    expect(notice(first)).to.equal('');
    await answer(first);
    first.remove();
    const second = await setUp({ survey: 'draft' });
    expect(field(second, 'details').value).to.equal('Late');
    expect(option(second, 'category', 'delivery').checked).to.equal(true);
    expect(notice(second)).to.equal('We have kept what you entered before.');
    expect(second.checkValidity()).to.equal(true);
  });

  it('restores the step', async () => {
    const first = await setUp({ survey: 'step', wizard: '' });
    await answer(first);
    await clickOn(part(first, 'next'));
    await first.updateComplete;
    await choose(first, 'remedy', 'repair');
    first.remove();
    const second = await setUp({ survey: 'step', wizard: '' });
    const step = second.shadowRoot?.querySelector('[part=step]:not([hidden]) [part=step-title]');
    expect(step?.textContent).to.contain('Step 2 of 3');
  });

  it('says that files are not stored if there were any', async () => {
    const first = await setUp({ survey: 'files', fields: 'details attachments' });
    await attach(first, new File(['crushed'], 'box.txt', { type: 'text/plain' }));
    first.remove();
    const second = await setUp({ survey: 'files', fields: 'details attachments' });
    expect(notice(second)).to.contain('We have kept').and.to.contain('not kept');
    expect(second.value).to.equal(null);
  });

  it('can be deleted', async () => {
    const first = await setUp({ survey: 'over' });
    await answer(first);
    first.remove();
    const second = await setUp({ survey: 'over' });
    await clickOn(part(second, 'start-over'));
    await until('the notice', () => notice(second).includes('What you entered has been deleted.'));
    expect(second.value).to.equal(null);
    expect(field(second, 'details').value).to.equal('');
    second.remove();
    expect(localStorage.length).to.equal(0);
  });

  it('restores everything with the undo button, including files and step', async () => {
    const first = await setUp({ survey: 'undo', wizard: '', fields: 'details attachments remedy' });
    await type(first, 'details', 'Crushed');
    await clickOn(part(first, 'next'));
    await first.updateComplete;
    first.remove();
    const second = await setUp({ survey: 'undo', wizard: '', fields: 'details attachments remedy' });
    await attach(second, new File(['crushed'], 'box.txt', { type: 'text/plain' }));
    const before = JSON.stringify(second.value);
    const button = part(second, 'start-over');
    button.focus();
    await press('Enter');
    await until('nothing', () => second.value === null);
    expect(part(second, 'undo')).to.equal(button);
    await press('Enter');
    await until('everything', () => JSON.stringify(second.value) === before);
    await second.updateComplete;
    expect(second.shadowRoot?.activeElement).to.equal(part(second, 'start-over'));
    expect(inside(second, '[part=step]:not([hidden])').textContent).to.contain('Step 2 of 2');
    await until('the draft', () => localStorage.getItem('heed-draft:undo')?.includes('Crushed'));
  });

  it('does not undo the deletion with the second click of a double click', async () => {
    const first = await setUp({ survey: 'twice' });
    await answer(first);
    first.remove();
    const second = await setUp({ survey: 'twice' });
    const button = part(second, 'start-over');
    for (const detail of [1, 2]) button.dispatchEvent(new MouseEvent('click', { detail }));
    await second.updateComplete;
    expect(second.value).to.equal(null);
  });

  it('ends the offer to undo after new input, without moving the form', async () => {
    const first = await setUp({ survey: 'new' });
    await answer(first);
    first.remove();
    const second = await setUp({ survey: 'new' });
    const top = (): number =>
      part(second, 'fields').getBoundingClientRect().top - second.getBoundingClientRect().top;
    const before = top();
    await clickOn(part(second, 'start-over'));
    await until('the offer', () => part(second, 'undo'));
    await type(second, 'details', 'New');
    await second.updateComplete;
    expect(second.shadowRoot?.querySelector('[part=undo]')).to.equal(null);
    expect(top()).to.equal(before);
  });

  it('announces the draft', async () => {
    const first = await setUp({ survey: 'heard' });
    const region = inside(first, '[part=body] > [aria-live=polite]');
    expect(region.childElementCount).to.equal(0);
    await answer(first);
    first.remove();
    const second = await setUp({ survey: 'heard' });
    const button = part(second, 'start-over');
    expect(button.closest('[aria-live]')).not.to.equal(null);
    expect(inside(second, `#${button.getAttribute('aria-describedby')}`).textContent).to.contain(
      'We have kept',
    );
  });

  for (const outcome of [{ state: 'sent' }, { state: 'stored', durable: true }] as const) {
    it(`is deleted when the complaint is ${outcome.state}`, async () => {
      const first = await setUp({ survey: 'gone' });
      await answer(first);
      await send(first, outcome);
      await until('the outcome', () => first.matches(`:state(${outcome.state})`));
      first.remove();
      expect(localStorage.length).to.equal(0);
      const second = await setUp({ survey: 'gone' });
      expect(field(second, 'details').value).to.equal('');
    });
  }

  it('is kept while the complaint is only in memory', async () => {
    const first = await setUp({ survey: 'memory' });
    await answer(first);
    await send(first, { state: 'stored', durable: false });
    await until('the outcome', () => first.matches(':state(stored)'));
    first.remove();
    const second = await setUp({ survey: 'memory' });
    expect(field(second, 'details').value).to.equal('Late');
  });

  it('is stored again, and the form restored, when the endpoint refuses a stored complaint', async () => {
    const first = await setUp({ survey: 'refused', fields: 'category details attachments' });
    await answer(first);
    await attach(first, new File(['crushed'], 'box.txt', { type: 'text/plain' }));
    const before = first.value;
    let refuse: () => void = () => {};
    const settled = new Promise<{ state: 'refused' }>(
      (resolve) => (refuse = () => resolve({ state: 'refused' })),
    );
    await send(first, { state: 'stored', durable: true, settled });
    await until('the outcome', () => first.matches(':state(stored)'));
    refuse();
    await until('the refusal', () => first.matches(':state(refused)'));
    await first.updateComplete;
    expect(first.value).to.deep.equal(before);
    expect(field(first, 'details').value).to.equal('Late');
    first.remove();
    const second = await setUp({ survey: 'refused' });
    expect(field(second, 'details').value).to.equal('Late');
  });

  it('drops an option that the page no longer offers', async () => {
    const first = await setUp({ survey: 'options', categories: 'Rooms, Noise' });
    await choose(first, 'category', 'Noise');
    first.remove();
    const second = await setUp({ survey: 'options', categories: 'Rooms, Food' });
    expect(second.value).to.equal(null);
  });

  it('is not stored with no-draft', async () => {
    const element = await setUp({ survey: 'kiosk', 'no-draft': '' });
    await answer(element);
    element.remove();
    expect(localStorage.length).to.equal(0);
  });

  it('is not stored in a form, because the complaint is not notified of its submission', async () => {
    const form = await mount<HTMLFormElement>('form');
    const element = await mount<HeedComplaint>('heed-complaint', { survey: 'form', name: 'report' }, form);
    await answer(element);
    element.remove();
    expect(localStorage.length).to.equal(0);
  });

  it('can be damaged', async () => {
    for (const damaged of [
      '{',
      '[]',
      '{"at":9e15,"values":{"details":7,"step":99,"__proto__":{"order":"x"}}}',
      '{"at":9e15,"values":{"details":"x","step":-3.5,"files":1e9}}',
      'null',
    ]) {
      localStorage.setItem('heed-draft:damaged', damaged);
      const element = await setUp({ survey: 'damaged', wizard: '' });
      expect(field(element, 'order').value).to.equal('');
      expect(element.shadowRoot?.querySelectorAll('[part=step]:not([hidden])').length).to.equal(1);
    }
  });
});
