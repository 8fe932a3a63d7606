import { expect } from 'chai';
import * as fc from 'fast-check';
import {
  anyFields,
  anyFiles,
  anyName,
  describeFile,
  makeMessage,
  parse,
  toEntries,
} from './test/arbitraries.ts';
import { asForm, asText } from './index.ts';

const RUNS = { numRuns: 200 };
/**
 * What the parsers of all browsers read: none undoes the escapes of the standard, Firefox trims, and WebKit takes a
 * file with other letters in its name for a text. The parser of a server reads every name; see the test in Node.
 */
const plainName = anyName.filter((name) => /^[\w.-]*$/.test(name));

/** The content type and the bytes that `fetch` sends. */
async function send({
  body = null,
  headers = {},
}: RequestInit): Promise<{ type: string; bytes: Uint8Array }> {
  const request = new Request('/', { method: 'POST', body, headers });
  const type = request.headers.get('content-type') ?? '';
  return { type, bytes: new Uint8Array(await request.arrayBuffer()) };
}

function withoutBoundary({ type, bytes }: { type: string; bytes: Uint8Array }): string {
  const boundary = type.split('boundary=')[1] ?? '';
  return new TextDecoder('latin1').decode(bytes).replaceAll(boundary, 'boundary');
}

describe('asText', () => {
  it('sends the bytes of the JSON as plain text', async () => {
    const message = makeMessage({ text: 'emoji 🧡' });
    const { type, bytes } = await send(asText(message));
    expect(type).to.match(/^text\/plain; ?charset=utf-8$/i);
    expect(new TextDecoder().decode(bytes)).to.equal(message.body);
  });

  it('throws for a record with files', () => {
    const message = makeMessage({}, [new File(['x'], 'x.txt')]);
    expect(() => asText(message))
      .to.throw()
      .with.property('code', 'HEED_RECORD');
  });
});

describe('asForm', () => {
  it('sends each member as a field', () =>
    fc.assert(
      fc.asyncProperty(anyFields(), async (fields) => {
        const init = asForm(makeMessage(fields));
        expect((await send(init)).type).to.match(/^application\/x-www-form-urlencoded/);
        expect(await parse(init)).to.deep.equal({ fields: toEntries(fields), files: [] });
      }),
      RUNS,
    ));

  it('sends the fields and the files as multipart', () =>
    fc.assert(
      fc.asyncProperty(anyFields(plainName), anyFiles(plainName), async (fields, files) => {
        const init = asForm(makeMessage(fields, files), 'upload');
        const described = await Promise.all(files.map(describeFile));
        expect(await parse(init)).to.deep.equal({
          fields: toEntries(fields),
          files: described.map((file) => ({ field: 'upload', ...file })),
        });
      }),
      RUNS,
    ));

  it('writes the same multipart bytes as the browser, except for the boundary', () =>
    fc.assert(
      // Empty files, because WebKit cannot read its own forms with other files.
      fc.asyncProperty(anyFields(), anyFiles(anyName.map(compose), 0), async (fields, files) => {
        const form = new FormData();
        const normal = toEntries(fields).map(([name, value]) => [normalise(name), normalise(value)] as const);
        for (const [name, value] of normal) form.append(name, value);
        for (const file of files) form.append('file', file);
        const own = await send(asForm(makeMessage(Object.fromEntries(normal), files)));
        expect(withoutBoundary(own)).to.equal(withoutBoundary(await send({ body: form })));
      }),
      RUNS,
    ));

  it('writes the same bytes with each attempt', async () => {
    const message = makeMessage({ text: 'a' }, [new File(['x'], 'x.txt')]);
    expect(await send(asForm(message))).to.deep.equal(await send(asForm(message)));
  });

  it('requires no preflight', async () => {
    const { type } = await send(asForm(makeMessage({}, [new File([''], 'a')])));
    // https://fetch.spec.whatwg.org/#cors-safelisted-request-header
    expect(type).to.match(/^multipart\/form-data;[^"():<>?@[\\\]{}]*$/);
    expect(type.length).to.be.at.most(128);
  });

  it('keeps the boundary within 70 characters for any id', async () => {
    for (const id of ['1', 'x'.repeat(100)]) {
      const init = asForm({ id, body: '{"a":1}', files: [new File(['x'], 'x.txt')] });
      expect((await parse(init)).files).to.have.length(1);
      expect((await send(init)).type.split('boundary=')[1]).to.match(/^.{27,70}$/);
    }
  });
});

/** Forms of browsers have CR LF line breaks, and composed letters in WebKit; ours are unchanged. */
function normalise(text: string): string {
  return compose(text).replace(/\r\n|\r|\n/g, '\r\n');
}

function compose(text: string): string {
  return text.normalize('NFC');
}
