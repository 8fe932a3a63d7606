import '../../define/choice.ts';
import '../../define/complaint.ts';
import '../../define/text.ts';
import { inside, listen, mount, unmountAll } from '@heed/testing/suites/page';
import { expect } from 'chai';

describe('keys in a field for text', () => {
  afterEach(unmountAll);

  /** Which of the three events of a key reach the page. */
  const reach = (control: Element, key: string, more: KeyboardEventInit = {}): string[] => {
    const { heard, stop } = listen('keydown', 'keypress', 'keyup');
    for (const type of ['keydown', 'keypress', 'keyup'])
      control.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true, ...more }));
    stop();
    return heard.map(({ type }) => type);
  };
  const setUp = async (type = 'short'): Promise<HTMLElement> =>
    inside(await mount('heed-text', { name: 'why', type }), '#input');

  const typed: [what: string, key: string, init?: KeyboardEventInit][] = [
    ['a letter', 'a'],
    ['a sign of two code units', '😀'],
    ['a sign typed with Option', '[', { altKey: true }],
    ['a sign typed with AltGr, which is Ctrl and Alt on Windows', '@', { altKey: true, ctrlKey: true }],
    ['a letter typed with Option', 'ø', { altKey: true }],
    ['a move over a word', 'ArrowLeft', { ctrlKey: true }],
    ['the deletion of a word', 'Backspace', { altKey: true }],
    ['"undo"', 'z', { ctrlKey: true }],
    ['"select all" on a Mac', 'a', { metaKey: true }],
    ['a dead key', 'Dead'],
    ['a key of an input method', 'Process'],
    ['Escape that ends a composition', 'Escape', { isComposing: true }],
    ['a key of a phone', 'Unidentified'],
  ];
  for (const [what, key, init] of typed) {
    it(`do not reach the page: ${what}`, async () => {
      expect(reach(await setUp(), key, init)).to.deep.equal([]);
    });
  }

  const passing: [what: string, key: string, init?: KeyboardEventInit][] = [
    ['Escape', 'Escape'],
    ['Tab', 'Tab'],
    ['a function key', 'F2'],
    ['Ctrl and a letter', 'k', { ctrlKey: true }],
    ['Ctrl and Enter', 'Enter', { ctrlKey: true }],
    ['Alt and a digit', '1', { altKey: true }],
    ['Meta, Alt and a letter', 'v', { metaKey: true, altKey: true }],
    ['a modifier alone', 'Shift'],
  ];
  for (const [what, key, init] of passing) {
    it(`reach the page: ${what}`, async () => {
      expect(reach(await setUp('long'), key, init)).to.deep.equal(['keydown', 'keypress', 'keyup']);
    });
  }

  it('are heard by a listener on the element itself', async () => {
    const element = await mount('heed-text', { name: 'why' });
    let heard = '';
    element.addEventListener('keydown', ({ key }) => (heard = key));
    reach(inside(element, '#input'), 'a');
    expect(heard).to.equal('a');
  });

  it('make the element and a complaint around it editable while the field has the focus', async () => {
    const choice = await mount('heed-choice', { name: 'c', options: 'A', other: '', value: 'own' });
    expect(choice.isContentEditable).to.equal(false);
    inside(choice, '#other').focus();
    expect(choice.isContentEditable).to.equal(true);
    inside(choice, 'input').focus();
    expect(choice.isContentEditable).to.equal(false);
    const complaint = await mount('heed-complaint', { fields: 'details' });
    inside(complaint, 'heed-text').focus();
    expect(complaint.isContentEditable).to.equal(true);
  });
});
