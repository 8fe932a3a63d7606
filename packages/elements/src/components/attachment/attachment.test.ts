import '../../define/attachment.ts';
import { setMediaFeatures, setViewport } from '@heed/tooling/commands';
import { findAxeViolations } from '@heed/testing/suites/axe';
import { formSuite } from '@heed/testing/suites/form-suite';
import { inside, listen, mount, press, unmountAll, until, warningsDuring } from '@heed/testing/suites/page';
import { submitSuite } from '@heed/testing/suites/submit-suite';
import { expect } from 'chai';
import type { HeedAttachment } from './attachment.ts';
import { toDataTransfer, makeCameraPhoto, makePhoto, readPhoto } from './test/files.ts';

const note = (name = 'note.txt', content = 'words'): File =>
  new File([content], name, { type: 'text/plain' });

/** A file that says it is so large, and fails the test when its content is asked for. */
function huge(name: string, size: number, type: string): File {
  const fail = (): never => {
    throw new Error('it was read');
  };
  return Object.defineProperties(new File(['x'], name, { type }), {
    size: { value: size },
    slice: { value: fail },
    arrayBuffer: { value: fail },
    stream: { value: fail },
  });
}

const field = (element: HTMLElement, button = 'choose'): HTMLInputElement =>
  inside(element, `#${button}`).nextElementSibling as HTMLInputElement;
/** What looks at files is loaded, and nothing is being looked at. */
async function settled(element: HTMLElement): Promise<void> {
  const { validity } = element as HeedAttachment;
  await until(
    'the files to be prepared',
    () => element.shadowRoot?.querySelector('.announcement') && !validity.customError,
  );
  await (element as HeedAttachment).updateComplete;
}

/** As a browser does once files were chosen in its picker. */
async function pick(element: HTMLElement, ...files: File[]): Promise<void> {
  if (inside<HTMLButtonElement>(element, '#choose').disabled) throw new Error('no picker');
  field(element).files = toDataTransfer(...files).files;
  for (const type of ['input', 'change']) {
    field(element).dispatchEvent(new Event(type, { bubbles: true, composed: type === 'input' }));
  }
  await settled(element);
}

/** As a test tool may do. */
function fill(element: HTMLElement): HTMLInputElement[] {
  field(element).files = toDataTransfer(note()).files;
  return [field(element)];
}

/** Real files cannot be made so large, and a field takes real ones only. */
function drop(element: HTMLElement, ...files: File[]): DragEvent {
  const dataTransfer = { types: ['Files'], files, dropEffect: '' };
  const event = new DragEvent('drop', { bubbles: true, composed: true, cancelable: true });
  Object.defineProperty(event, 'dataTransfer', { value: dataTransfer });
  inside(element, '[part~=zone]').dispatchEvent(event);
  return event;
}

function paste(element: HTMLElement, data: DataTransfer): ClipboardEvent {
  const event = new ClipboardEvent('paste', { bubbles: true, composed: true, cancelable: true });
  Object.defineProperty(event, 'clipboardData', { value: data });
  (element.shadowRoot?.activeElement ?? element).dispatchEvent(event);
  return event;
}

const names = (element: HTMLElement): string[] =>
  Array.from(
    element.shadowRoot?.querySelectorAll('[part=file-name]') ?? [],
    (each) => each.textContent?.trim() ?? '',
  );
const errors = (element: HTMLElement): string[] =>
  Array.from(
    element.shadowRoot?.querySelectorAll('[part=error]') ?? [],
    (each) => each.textContent?.trim() ?? '',
  );
const announced = (element: HTMLElement): string =>
  inside(element, '.announcement').textContent?.trim() ?? '';

const kept = new FormData();
kept.append('field', note('kept.txt'));
kept.append('field', new File([], 'hollow.jpg'));

formSuite({
  tag: 'heed-attachment',
  answer: (element) => pick(element, note()),
  fill,
  entries: [['field', 'note.txt']],
  restored: { state: kept, value: ['kept.txt'] },
  isSettable: false,
});
submitSuite({
  tag: 'heed-attachment',
  answer: (element) => pick(element, note()),
  fill,
  answers: [['attachment', 'attachment', ['note.txt']]],
});

describe('<heed-attachment>', () => {
  afterEach(async () => {
    unmountAll();
    document.documentElement.removeAttribute('dir');
    document.documentElement.lang = 'en';
    await setViewport({ width: 800, height: 600 });
  });

  const setUp = async (attributes: Record<string, string> = {}): Promise<HeedAttachment> => {
    const element = await mount<HeedAttachment>('heed-attachment', { name: 'files', ...attributes });
    await settled(element);
    return element;
  };

  it('lists chosen files with name and size, and exposes the files', async () => {
    const element = await setUp();
    const file = note('invoice.txt', 'x'.repeat(1234));
    await pick(element, file);
    expect(names(element)).to.deep.equal(['invoice.txt']);
    expect(inside(element, '[part=file-size]').textContent).to.equal('1.2 kB');
    expect(await element.files[0]?.text()).to.equal(await file.text());
    expect(element.value).to.deep.equal(['invoice.txt']);
  });

  it('passes the files to the submit listener, in the order of the names', async () => {
    const element = await setUp({ survey: 'damage' });
    await pick(element, note('a.txt'), note('b.txt'));
    const sent = new Promise<[unknown, readonly File[]]>((resolve) =>
      element.addEventListener('heed-submit', (event) => {
        resolve([event.detail.answers[0]?.value, event.files]);
        event.respondWith({ state: 'sent' });
      }),
    );
    inside(element, '[part=submit]').click();
    const [value, files] = await sent;
    expect(value).to.deep.equal(['a.txt', 'b.txt']);
    expect(files.map(({ name }) => name)).to.deep.equal(['a.txt', 'b.txt']);
  });

  it('waits for files that are being prepared before it submits', async () => {
    const element = await setUp({ survey: 'early' });
    const sent = new Promise((resolve) =>
      element.addEventListener('heed-submit', (event) => {
        event.respondWith({ state: 'sent' });
        resolve(event.files.length);
      }),
    );
    drop(element, note());
    inside(element, '[part=submit]').click();
    expect(await sent).to.equal(1);
  });

  it('accepts files that are chosen, set or restored before its module is loaded', async () => {
    const element = await mount<HeedAttachment>('heed-attachment', { name: 'files' });
    element.files = [note('early.txt')];
    expect(element.value).to.deep.equal(['early.txt']);
    drop(element, note('dropped.txt'));
    expect(element.validity.customError).to.equal(true);
    await until('both', () => element.files.length === 2);
    expect(element.value).to.deep.equal(['early.txt', 'dropped.txt']);
    expect(element.checkValidity()).to.equal(true);
  });

  it('blocks its form while a file is being prepared', async () => {
    const form = await mount<HTMLFormElement>('form');
    const element = await mount<HeedAttachment>('heed-attachment', { name: 'files' }, form);
    drop(element, note());
    expect(form.checkValidity()).to.equal(false);
    await until('the file', () => element.files.length === 1);
    expect(form.checkValidity()).to.equal(true);
  });

  it('fires "input" and "change" once for several chosen files, and once for a removal', async () => {
    const element = await setUp();
    const { heard, stop } = listen('input', 'change');
    await pick(element, note('a.txt'), note('b.txt'));
    expect(heard.map(({ type }) => type)).to.deep.equal(['input', 'change']);
    inside(element, '[part=remove]').click();
    stop();
    expect(heard.map(({ type }) => type)).to.deep.equal(['input', 'change', 'input', 'change']);
    for (const { target } of heard) expect(target).to.equal(element);
  });

  it('fires no event if all chosen files are rejected', async () => {
    const element = await setUp({ accept: '.pdf' });
    const { heard, stop } = listen('input', 'change');
    await pick(element, note());
    stop();
    expect(heard).to.deep.equal([]);
    expect(element.value).to.equal(null);
  });

  it('accepts the same file again after its removal', async () => {
    const element = await setUp();
    await pick(element, note());
    inside(element, '[part=remove]').click();
    await pick(element, note());
    expect(element.value).to.deep.equal(['note.txt']);
  });

  describe('drop and paste', () => {
    it('accepts dropped files', async () => {
      const element = await setUp();
      const event = drop(element, note());
      expect(event.defaultPrevented).to.equal(true);
      await until('the file', () => element.files.length === 1);
    });

    it('shows the drop zone while files are dragged over it and its children', async () => {
      const element = await setUp();
      const drag = async (type: string, part: string): Promise<boolean> => {
        const event = new DragEvent(type, { bubbles: true, composed: true, cancelable: true });
        Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'] } });
        inside(element, part).dispatchEvent(event);
        await element.updateComplete;
        return !inside(element, '[part=drop]').hidden;
      };
      expect(await drag('dragenter', '[part=question]')).to.equal(true);
      expect(await drag('dragenter', '#choose')).to.equal(true);
      expect(await drag('dragleave', '[part=question]')).to.equal(true);
      expect(inside(element, '[part=drop]').textContent).to.equal('Drop the files here');
      expect(await drag('dragleave', '#choose')).to.equal(false);
    });

    it('ignores dragged text', async () => {
      const element = await setUp();
      for (const type of ['dragenter', 'dragover', 'drop']) {
        const event = new DragEvent(type, { bubbles: true, composed: true, cancelable: true });
        Object.defineProperty(event, 'dataTransfer', { value: { types: ['text/plain'], files: [] } });
        inside(element, '[part~=zone]').dispatchEvent(event);
        expect(event.defaultPrevented).to.equal(false);
      }
      await element.updateComplete;
      expect(inside(element, '[part=drop]').hidden).to.equal(true);
    });

    it('prevents navigation to a file that is dropped while it is disabled', async () => {
      const element = await setUp({ disabled: '' });
      expect(drop(element, note()).defaultPrevented).to.equal(true);
      await element.updateComplete;
      expect(names(element)).to.deep.equal([]);
    });

    it('accepts files that are pasted while it has the focus', async () => {
      const element = await setUp();
      element.focus();
      expect(paste(element, toDataTransfer(note('pasted.txt'))).defaultPrevented).to.equal(true);
      await until('the file', () => element.files.length === 1);
      expect(element.value).to.deep.equal(['pasted.txt']);
    });

    it('ignores pasted text, and files that are pasted elsewhere', async () => {
      const element = await setUp();
      element.focus();
      const strings = new DataTransfer();
      strings.setData('text/plain', 'words');
      expect(paste(element, strings).defaultPrevented).to.equal(false);
      const other = await mount('textarea');
      expect(paste(other, toDataTransfer(note())).defaultPrevented).to.equal(false);
      await element.updateComplete;
      expect(names(element)).to.deep.equal([]);
    });
  });

  describe('rejected files', () => {
    it('accepts the other files, and shows a reason for each rejected file', async () => {
      const element = await setUp({ accept: 'image/*, .txt', 'max-size': '1KB' });
      await pick(
        element,
        note('good.txt'),
        note('empty.txt', ''),
        note('long.txt', 'x'.repeat(1001)),
        new File(['%PDF-1.7'], 'paper.pdf', { type: 'application/pdf' }),
        new File(['<script>'], 'lie.png', { type: 'image/png' }),
      );
      expect(element.value).to.deep.equal(['good.txt']);
      expect(errors(element)).to.deep.equal([
        'empty.txt is empty.',
        'long.txt is larger than 1 kB.',
        'paper.pdf is of another type. These can be added: JPEG, PNG, WebP, HEIC, GIF, TXT.',
        'lie.png is not the kind of file that its name says.',
      ]);
      const described = inside(element, '#choose').getAttribute('aria-describedby') ?? '';
      expect(described.split(' ')).to.include('error');
      expect(inside(element, '#error > *').getAttribute('aria-live')).to.equal('polite');
    });

    it('rejects a file of 200 MB without reading it, also with shrink', async () => {
      const element = await setUp({ shrink: '1000' });
      drop(element, huge('film.mp4', 200e6, 'video/mp4'), huge('photo.jpg', 200e6, 'image/jpeg'), note());
      await until('the other one', () => element.files.length === 1);
      expect(errors(element)).to.deep.equal([
        'film.mp4 is larger than 10 MB.',
        'photo.jpg is larger than 10 MB.',
      ]);
    });

    it('accepts up to the maximum number of files, and shows one message for the rest', async () => {
      const element = await setUp({ 'max-files': '2' });
      await pick(element, note('a.txt'), note('b.txt'), note('c.txt'), note('d.txt'));
      expect(element.value).to.deep.equal(['a.txt', 'b.txt']);
      expect(errors(element)).to.deep.equal(['Please add at most 2 files.']);
    });

    it('does not count rejected files', async () => {
      const element = await setUp({ 'max-files': '2', accept: '.txt' });
      await pick(element, note('a.txt'), new File(['x'], 'b.zip'), note('c.txt'));
      expect(element.value).to.deep.equal(['a.txt', 'c.txt']);
    });

    it('shows a message instead of the picker when it is full', async () => {
      const element = await setUp({ 'max-files': '1' });
      await pick(element, note());
      let isOpened = false;
      field(element).addEventListener('click', () => (isOpened = true));
      inside(element, '#choose').click();
      await element.updateComplete;
      expect(isOpened).to.equal(false);
      expect(errors(element)).to.deep.equal(['Please add at most 1 file.']);
    });

    it('rejects a file that exceeds the total size', async () => {
      const element = await setUp({ 'max-total': '10B' });
      await pick(element, note('a.txt', '12345678'), note('b.txt', '12345678'), note('c.txt', '12'));
      expect(element.value).to.deep.equal(['a.txt', 'c.txt']);
      expect(errors(element)).to.deep.equal(['All files together may have at most 10 bytes.']);
    });

    it('reports an unreadable file, such as a folder', async () => {
      const element = await setUp();
      const folder = Object.defineProperty(note('folder', 'x'), 'slice', {
        value: () => ({ arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) }),
      });
      drop(element, folder);
      await until('the words', () => errors(element).includes('folder could not be read.'));
      expect(element.value).to.equal(null);
    });

    it('clears the messages with the next file and on reset', async () => {
      const element = await setUp({ accept: '.txt' });
      await pick(element, new File(['x'], 'a.zip'));
      expect(errors(element)).to.have.length(1);
      await pick(element, note());
      expect(errors(element)).to.deep.equal([]);
    });

    it('discards files that are being prepared on reset', async () => {
      const form = await mount<HTMLFormElement>('form');
      const element = await mount<HeedAttachment>('heed-attachment', { name: 'files' }, form);
      const { heard, stop } = listen('change');
      drop(element, note());
      form.reset();
      await new Promise((resolve) => setTimeout(resolve, 100));
      stop();
      expect(element.value).to.equal(null);
      expect(heard).to.deep.equal([]);
    });
  });

  describe('misleading names and types', () => {
    it('gives two files of the same name unique names', async () => {
      const element = await setUp();
      await pick(element, note('image.png.txt'), note('image.png.txt'));
      await pick(element, note('image.png.txt'));
      expect(element.value).to.deep.equal(['image.png.txt', 'image.png (2).txt', 'image.png (3).txt']);
    });

    for (const [hostile, clean] of [
      ['../../etc/passwd', 'passwd'],
      ['C:\\temp\\a.txt', 'a.txt'],
      ['annual\u202Efdp.txt', 'annualfdp.txt'],
      ['a\u0000b\nc.txt', 'abc.txt'],
      ['..', 'file'],
      ['\u200F', 'file'],
      ['<img src=x onerror=alert(1)>.txt', '<img src=x onerror=alert(1)>.txt'],
      ['عکس‌من.txt', 'عکس‌من.txt'],
      [`${'x'.repeat(300)}.txt`, `${'x'.repeat(116)}.txt`],
    ] as const) {
      it(`shows and sends ${JSON.stringify(hostile).slice(0, 40)} as ${JSON.stringify(clean).slice(0, 40)}`, async () => {
        const element = await setUp();
        drop(element, Object.defineProperty(note('x', 'words'), 'name', { value: hostile }));
        await until('the file', () => element.files.length === 1);
        await element.updateComplete;
        expect(element.value).to.deep.equal([clean]);
        expect(names(element)).to.deep.equal([clean]);
        expect(element.shadowRoot?.querySelector('img')).to.equal(null);
      });
    }

    it('corrects the extension of another image format', async () => {
      const element = await setUp({ accept: 'image/*' });
      const png = await makePhoto('x.png', { type: 'image/png' });
      await pick(element, new File([png], 'chat.jpg', { type: 'image/jpeg' }));
      expect(element.files.map(({ name, type }) => [name, type])).to.deep.equal([['chat.png', 'image/png']]);
    });

    it('detects an image without an extension', async () => {
      const element = await setUp({ accept: 'image/jpeg' });
      await pick(element, new File([await makePhoto()], 'IMG_1', { type: '' }));
      expect(element.files.map(({ name, type }) => [name, type])).to.deep.equal([['IMG_1', 'image/jpeg']]);
    });

    it('detects an image with a type that the system does not know', async () => {
      const element = await setUp({ accept: 'image/*' });
      await pick(element, new File(['\0\0\0\u0018ftypheic'], 'IMG_1.HEIC', { type: '' }));
      expect(element.files.map(({ name, type }) => [name, type])).to.deep.equal([
        ['IMG_1.HEIC', 'image/heic'],
      ]);
    });

    it('rejects an image that is named as a PDF', async () => {
      const element = await setUp();
      await pick(element, new File([await makePhoto()], 'bill.pdf', { type: 'application/pdf' }));
      expect(errors(element)).to.deep.equal(['bill.pdf is not the kind of file that its name says.']);
    });

    it('accepts a PDF', async () => {
      const element = await setUp({ accept: 'application/pdf' });
      await pick(element, new File(['\n%PDF-1.7 …'], 'bill.pdf', { type: 'application/pdf' }));
      expect(element.value).to.deep.equal(['bill.pdf']);
    });
  });

  describe('photos', () => {
    it('shows a preview of a photo, and an icon for other files', async () => {
      const element = await setUp();
      await pick(element, await makePhoto(), note());
      const [photo, other] = Array.from(element.shadowRoot?.querySelectorAll('[part=file]') ?? []);
      expect(photo?.querySelector('canvas')?.part.value).to.equal('preview');
      expect(other?.querySelector('svg')).not.to.equal(null);
    });

    it('does not change a photo by default', async () => {
      const element = await setUp();
      const photo = await makeCameraPhoto();
      await pick(element, photo);
      expect(element.files[0]?.size).to.equal(photo.size);
      expect(await readPhoto(element.files[0] as File)).to.include({ hasLocation: true });
    });

    it('shrinks a photo, rotates it upright and removes its location', async () => {
      const element = await setUp({ shrink: '100' });
      const photo = await makeCameraPhoto('camera.jpg', { width: 400, height: 200 });
      await pick(element, photo);
      const [small] = element.files;
      expect(small?.type).to.equal('image/jpeg');
      expect(small?.size).to.be.lessThan(photo.size);
      expect(await readPhoto(small as File)).to.deep.equal({
        size: [50, 100],
        colours: ['red', 'red', 'blue', 'blue'],
        hasLocation: false,
      });
    });

    it('removes the location from a photo that is small enough', async () => {
      const element = await setUp({ shrink: '1000' });
      await pick(element, await makeCameraPhoto());
      expect(await readPhoto(element.files[0] as File)).to.include({ hasLocation: false });
    });

    it('accepts a photo that is within the limit after shrinking', async () => {
      const element = await setUp({ shrink: '50', 'max-size': '10KB' });
      const photo = await makeCameraPhoto('camera.jpg', { width: 400, height: 400 });
      expect(photo.size).to.be.greaterThan(10_000);
      await pick(element, photo);
      expect(errors(element)).to.deep.equal([]);
      expect(element.files[0]?.size).to.be.lessThan(10_000);
    });

    it('never makes a photo larger', async () => {
      const element = await setUp({ shrink: '1000' });
      const photo = await makePhoto('tiny.png', { width: 1, height: 1, type: 'image/png' });
      await pick(element, photo);
      expect(element.files[0]?.size).to.be.at.most(photo.size);
    });

    it('keeps an unreadable photo unchanged, without an error', async () => {
      const element = await setUp({ shrink: '100' });
      const broken = new File(['\u{ff}', new Uint8Array([0xff, 0xd8, 0xff])].slice(1), 'broken.jpg', {
        type: 'image/jpeg',
      });
      await pick(element, broken);
      expect(errors(element)).to.deep.equal([]);
      expect(element.files[0]?.size).to.equal(3);
    });
  });

  describe('accessibility and languages', () => {
    it('can be answered and corrected with the keyboard', async () => {
      const element = await setUp();
      let isOpened = false;
      field(element).addEventListener('click', (event) => {
        event.preventDefault();
        isOpened = true;
      });
      element.focus();
      await press('Enter');
      expect(isOpened).to.equal(true);
      await pick(element, note());
      await press('Tab', 'Enter');
      expect(element.value).to.equal(null);
    });

    it('moves the focus to the next file, the last file and the picker after removals', async () => {
      const element = await setUp();
      await pick(element, note('a.txt'), note('b.txt'), note('c.txt'));
      const focused = (): string | null | undefined => {
        const active = element.shadowRoot?.activeElement;
        return active?.getAttribute('aria-label') ?? active?.id;
      };
      const remove = async (label: string): Promise<string | null | undefined> => {
        inside(element, `[aria-label="Remove ${label}"]`).click();
        await element.updateComplete;
        await Promise.resolve();
        return focused();
      };
      expect(await remove('b.txt')).to.equal('Remove c.txt');
      expect(await remove('c.txt')).to.equal('Remove a.txt');
      expect(await remove('a.txt')).to.equal('choose');
    });

    it('announces added and removed files', async () => {
      const element = await setUp();
      await pick(element, note('a.txt'), note('b.txt'));
      await until('the words', () => announced(element) === 'a.txt was added. b.txt was added.');
      inside(element, '[part=remove]').click();
      await until('the words', () => announced(element) === 'a.txt was removed.');
    });

    it('requires a file on submit', async () => {
      const element = await setUp({ survey: 'none' });
      inside(element, '[part=submit]').click();
      await until('the words', () => errors(element).includes('Please add a file.'));
      expect(element.validity.valueMissing).to.equal(true);
    });

    it('shows only the files while it is read-only', async () => {
      const element = await setUp({ readonly: '' });
      element.files = [note()];
      await element.updateComplete;
      expect(names(element)).to.deep.equal(['note.txt']);
      expect(element.shadowRoot?.querySelector('button:not([hidden])')).to.equal(null);
    });

    it('removes all files when the value is set to an empty one, without an event', async () => {
      const element = await setUp();
      await pick(element, note());
      const { heard, stop } = listen('input', 'change');
      element.value = null;
      await element.updateComplete;
      stop();
      expect(names(element)).to.deep.equal([]);
      expect(heard).to.deep.equal([]);
    });

    it('warns once about invalid limits, and uses the defaults', async () => {
      const warnings = await warningsDuring(async () => {
        const element = await setUp({ 'max-files': '0', 'max-size': '5', shrink: '-1' });
        await element.updateComplete;
        expect(inside(element, '#limits').textContent).to.equal('At most 5 files · 10 MB each');
      });
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.contain('HEED_MAX');
    });

    it('offers the camera if images are accepted', async () => {
      const camera = async (accept: string): Promise<Element | null | undefined> =>
        (await setUp({ accept })).shadowRoot?.querySelector('#camera + input');
      expect((await camera('image/*'))?.getAttribute('capture')).to.equal('environment');
      expect(await camera('.pdf')).to.equal(null);
    });

    it('formats sizes in the language of the page', async () => {
      document.documentElement.lang = 'de';
      const element = await setUp();
      await pick(element, note('a.txt', 'x'.repeat(1234)));
      expect(inside(element, '[part=file-size]').textContent).to.equal('1,2 kB');
    });

    it('renders markup in the question as text', async () => {
      const element = await setUp({ question: '<b>Photo</b>?' });
      expect(inside(element, '#question').textContent).to.contain('<b>Photo</b>?');
    });

    for (const dir of ['ltr', 'rtl']) {
      it(`fits a window of 320 px with long names, ${dir}`, async () => {
        await setViewport({ width: 320, height: 600 });
        document.documentElement.dir = dir;
        const element = await setUp({ survey: 'narrow', question: 'Q'.repeat(300), hint: 'h'.repeat(100) });
        await pick(element, note(`${'long-name-'.repeat(10)}.txt`), await makePhoto());
        await pick(element, new File(['x'], `${'y'.repeat(90)}.png`, { type: 'image/png' }));
        await element.updateComplete;
        const { scrollWidth, clientWidth } = document.documentElement;
        expect(scrollWidth).to.be.at.most(clientWidth);
        const zone = inside(element, '[part=base]');
        expect(zone.scrollWidth).to.be.at.most(zone.clientWidth);
      });
    }

    it('keeps all outlines in forced colours', async function () {
      if (!(await setMediaFeatures({ 'forced-colors': 'active' }))) this.skip();
      const element = await setUp();
      await pick(element, note());
      for (const part of ['[part~=zone]', '#choose', '[part=file]']) {
        expect(getComputedStyle(inside(element, part)).borderTopWidth, part).not.to.equal('0px');
      }
      await setMediaFeatures({});
    });

    for (const attributes of [
      {},
      { hint: 'Some help', 'max-files': '1' },
      { disabled: '' },
      { readonly: '' },
      { required: '' },
      { accept: '.pdf' },
      { theme: 'dark', survey: 'dark' },
    ] as Record<string, string>[]) {
      it(`has no axe violations with ${JSON.stringify(attributes)}`, async () => {
        const element = await setUp(attributes);
        if (!attributes['required']) element.files = [note(), await makePhoto()];
        if (attributes['accept']) await pick(element, note());
        element.reportValidity();
        await element.updateComplete;
        expect(await findAxeViolations(element)).to.deep.equal([]);
      });
    }
  });
});
