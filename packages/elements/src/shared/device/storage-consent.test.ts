import { unmountAll, until } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { mayRemember, SURVEYS_CACHE, watchConsent } from './storage-consent.ts';

const OURS = ['heed-draft:one', 'heed-draft:two:name', 'heed-prompts', 'heed-launcher:feedback'];
const OTHERS = ['heed-of-the-shop', 'my-heed-draft:one', 'theme'];

describe('consent', () => {
  const placed = new Set<Element>();
  const ends: (() => void)[] = [];
  const heard: boolean[] = [];
  const realHead = document.head;

  const tag = (content: string, name = 'heed-consent'): HTMLMetaElement =>
    Object.assign(document.createElement('meta'), { name, content });
  const place = <Placed extends Element>(element: Placed, parent: ParentNode = document.head): Placed => {
    parent.append(element);
    placed.add(element);
    return element;
  };
  const watch = (): void => {
    heard.length = 0;
    ends.push(watchConsent((mayKeep) => heard.push(mayKeep)));
  };
  const fill = async (): Promise<void> => {
    for (const key of [...OURS, ...OTHERS]) localStorage.setItem(key, '1');
    await (await caches.open(SURVEYS_CACHE)).put('/survey.json', new Response('{}'));
  };
  const kept = (): string[] => OURS.filter((key) => localStorage.getItem(key) !== null);
  const nothing = async (): Promise<void> => {
    await until('an empty device', () => kept().length === 0);
    await until('an empty cache', async () => !(await caches.has(SURVEYS_CACHE)));
    expect(OTHERS.filter((key) => localStorage.getItem(key) === null)).to.deep.equal([]);
  };
  /** Mutations made before this have been reported when it resolves. */
  const reported = (): Promise<void> => Promise.resolve();

  afterEach(async () => {
    for (const end of ends.splice(0)) end();
    for (const element of placed) element.remove();
    placed.clear();
    unmountAll();
    await reported();
    localStorage.clear();
    await caches.delete(SURVEYS_CACHE);
  });

  describe('in the words of the page', () => {
    for (const [contents, expected] of [
      [[], true],
      [['given'], true],
      [[' GIVEN\n'], true],
      [['required'], false],
      [['Required '], false],
      [['denied'], false],
      [[''], false],
      [['granted'], false],
      [['given', 'required'], false],
      [['required', 'given'], false],
      [['given', 'denied'], false],
      [['given', 'given'], true],
    ] as const) {
      it(`${JSON.stringify(contents)} is ${expected ? 'consent' : 'none'}`, () => {
        for (const content of contents) place(tag(content));
        expect(mayRemember()).to.equal(expected);
      });
    }

    it('is found by a name in capitals', () => {
      place(tag('required', 'Heed-Consent'));
      expect(mayRemember()).to.equal(false);
    });

    it('is not found in a shadow root or a template, which belong to others', () => {
      place(document.createElement('div')).attachShadow({ mode: 'open' }).append(tag('required'));
      place(document.createElement('template')).content.append(tag('required'));
      expect(mayRemember()).to.equal(true);
    });
  });

  describe('taken back', () => {
    const ways: Record<string, (given: HTMLMetaElement) => void> = {
      'by another content': (given) => (given.content = 'required'),
      'by an unknown word': (given) => (given.content = 'no'),
      'by the attribute that goes': (given) => given.removeAttribute('content'),
      'by a tag in place of the tag': (given) => {
        const required = tag('required');
        placed.add(required);
        given.replaceWith(required);
      },
      'by a second tag, which is stricter': () => place(tag('required')),
      'by a second tag in the body': () => place(tag('required'), document.body),
      'by a tag deep in what is streamed into the body': () => {
        const streamed = document.createElement('div');
        streamed.innerHTML = '<section><p>Text</p><div></div></section>';
        streamed.querySelector('div')?.append(tag('denied'));
        place(streamed, document.body);
      },
      'by a tag that is given the name': () => {
        const other = place(tag('required', 'other'), document.body);
        other.name = 'heed-consent';
      },
      'in a form with fields named as members': () => {
        const form = document.createElement('form');
        for (const name of ['querySelector', 'matches', 'localName', 'nodeType']) {
          form.append(Object.assign(document.createElement('input'), { name }));
        }
        form.append(tag('required'));
        place(form, document.body);
      },
    };
    for (const [way, act] of Object.entries(ways)) {
      it(`${way} removes everything of ours, and nothing else`, async () => {
        const given = place(tag('given'));
        await fill();
        watch();
        act(given);
        await nothing();
        expect(heard).to.deep.equal([false]);
      });
    }

    it('in the body is seen as in the head', async () => {
      const given = place(tag('given'), document.body);
      await fill();
      watch();
      given.content = 'required';
      await nothing();
    });

    it('by the tag of another head is seen', async () => {
      const given = tag('given');
      const head = document.createElement('head');
      head.append(given);
      await fill();
      watch();
      try {
        realHead.replaceWith(head);
        await reported();
        expect(kept()).to.deep.equal(OURS);
        given.content = 'required';
        await nothing();
      } finally {
        head.replaceWith(realHead);
      }
    });

    it('by a head that takes the place of the first is seen', async () => {
      place(tag('given'));
      const head = document.createElement('head');
      head.append(tag('required'));
      await fill();
      watch();
      try {
        realHead.replaceWith(head);
        await nothing();
      } finally {
        head.replaceWith(realHead);
      }
    });

    it('in the task in which a watcher ends and another begins is seen', async () => {
      const given = place(tag('given'));
      await fill();
      watch();
      ends.pop()?.();
      given.content = 'required';
      watch();
      await nothing();
    });

    it('when nobody watches any more is seen', async () => {
      const given = place(tag('given'));
      await fill();
      watch();
      ends.pop()?.();
      given.content = 'required';
      await nothing();
    });

    it('notifies every watcher once, and none if a tag only moves', async () => {
      const given = place(tag('given'));
      watch();
      ends.push(watchConsent((mayKeep) => heard.push(mayKeep)));
      document.body.append(given);
      await reported();
      given.content = 'required';
      await until('both', () => heard.length === 2);
      given.content = 'given';
      await until('both again', () => heard.length === 4);
      expect(heard).to.deep.equal([false, false, true, true]);
    });
  });

  describe('that is required', () => {
    it('leaves what an earlier visit has kept, since consent may be on its way', async () => {
      const required = place(tag('required'));
      watch();
      await reported();
      await fill();
      watch();
      required.content = 'pending';
      place(tag('required'), document.body);
      await reported();
      expect(kept()).to.deep.equal(OURS);
      required.remove();
    });
  });

  describe('that is denied', () => {
    it('removes what earlier visits have kept', async () => {
      const required = place(tag('required'));
      watch();
      await reported();
      await fill();
      required.content = 'Denied';
      await nothing();
      expect(heard).to.deep.equal([]);
    });
  });

  it('is not looked for in the whole document when something else changes', async () => {
    place(tag('given'));
    watch();
    await reported();
    const { querySelectorAll } = document;
    let queries = 0;
    document.querySelectorAll = ((selector: string) => {
      queries++;
      return querySelectorAll.call(document, selector);
    }) as typeof querySelectorAll;
    const list = place(document.createElement('ul'), document.body);
    for (let row = 0; row < 100; row++) {
      list.append(document.createElement('li'), 'text');
      list.setAttribute('name', `list-${row}`);
      await reported();
    }
    list.replaceChildren();
    await reported();
    Reflect.deleteProperty(document, 'querySelectorAll');
    expect(queries).to.equal(0);
  });
});
