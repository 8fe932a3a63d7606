import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  getLanguageService,
  newHTMLDataProvider,
  TextDocument,
  type HTMLDataV1,
} from 'vscode-html-languageservice';
import { renderAttributeTypes } from './attribute-types.ts';
import { readElements, type ElementData } from './manifest.ts';
import { toVsCode } from './vs-code.ts';
import { toWebTypes } from './web-types.ts';

const SOURCE = `
const SHAPES = ['round', 'square'] as const;
export type Shape = (typeof SHAPES)[number];
export class HeedDot {}
`;

const DECLARATION = {
  name: 'HeedDot',
  tagName: 'heed-dot',
  description: 'Asks with dots,\none for each step.\n\nMore about it.',
  members: [
    { kind: 'field', name: 'value', description: 'What is chosen.', type: { text: 'number | null' } },
    {
      kind: 'field',
      name: 'defaultValue',
      description: 'What is chosen at first.',
      type: { text: 'number | null' },
      attribute: 'value',
    },
    {
      kind: 'field',
      name: 'dotShape',
      description: 'How a dot looks.',
      type: { text: 'Shape | undefined' },
      attribute: 'dot-shape',
    },
    {
      kind: 'field',
      name: 'wide',
      description: 'Takes all room.',
      type: { text: 'boolean' },
      attribute: 'wide',
    },
    { kind: 'field', name: 'words', description: 'Own words.', type: { text: 'Words' } },
    { kind: 'field', name: 'form', description: 'Its form.', readonly: true },
    { kind: 'field', name: 'inner', description: 'Not for pages.', privacy: 'protected' },
    { kind: 'method', name: 'focus', description: 'Focuses.' },
  ],
  attributes: [
    { name: 'value', fieldName: 'defaultValue', description: 'At first.', type: { text: 'number | null' } },
    {
      name: 'dot-shape',
      fieldName: 'dotShape',
      description: 'How a dot looks.',
      type: { text: 'Shape | undefined' },
    },
    { name: 'wide', fieldName: 'wide', description: 'Takes all room.', type: { text: 'boolean' } },
  ],
  events: [{ name: 'heed-submit', description: 'Sent.', type: { text: 'HeedSubmitEvent' } }],
  slots: [{ name: 'question', description: 'The question.' }],
};

function readDot(declaration: object = DECLARATION): ElementData[] {
  const folder = mkdtempSync(join(tmpdir(), 'heed-editor-data-'));
  mkdirSync(join(folder, 'src/dot'), { recursive: true });
  writeFileSync(join(folder, 'src/dot/dot.ts'), SOURCE);
  writeFileSync(join(folder, 'src/dot/base.ts'), "export type Edge = 'sharp' | 'soft';");
  const modules = [{ path: 'src/index.ts' }, { path: 'src/dot/dot.ts', declarations: [declaration] }];
  writeFileSync(join(folder, 'src/index.ts'), '');
  writeFileSync(join(folder, 'custom-elements.json'), JSON.stringify({ modules }));
  return readElements(join(folder, 'custom-elements.json'));
}

test('reads the values of an inherited attribute from the module of its base class', () => {
  const inherited = { name: 'edge', type: { text: 'Edge' }, inheritedFrom: { module: 'src/dot/base.ts' } };
  const [dot] = readDot({ ...DECLARATION, attributes: [inherited] });
  expect(dot?.attributes.map(({ values }) => values)).toEqual([['sharp', 'soft']]);
});

test('takes the type of an attribute from the property with its name, or from the property that it sets', () => {
  const types = renderAttributeTypes(readDot());
  expect(types).toContain("  /** What is chosen. */\n  'value': HeedDot['value'];");
  expect(types).toContain("  'dot-shape': HeedDot['dotShape'];");
});

test('separates objects, and properties whose name differs from their attribute', () => {
  const types = renderAttributeTypes(readDot());
  expect(types).toContain(
    "export interface HeedDotProperties {\n  /** Own words. */\n  'words': HeedDot['words'];\n}",
  );
  expect(types).toMatch(/HeedDotRenamed \{\n.*\n {2}'defaultValue'.*\n.*\n {2}'dotShape'/);
});

test('omits properties that a page cannot set', () => {
  const types = renderAttributeTypes(readDot());
  for (const name of ['form', 'inner', 'focus']) expect(types).not.toContain(`'${name}'`);
});

test('describes a tag in one line', () => {
  expect(renderAttributeTypes(readDot())).toContain(
    "/** Asks with dots, one for each step. */\n  'heed-dot': {",
  );
});

test('completes tags, attributes and attribute values in VS Code', () => {
  expect(complete('<|')).toContain('heed-dot');
  expect(complete('<heed-dot |')).toEqual(expect.arrayContaining(['value', 'dot-shape', 'wide']));
  expect(complete('<heed-dot dot-shape="|"')).toEqual(['round', 'square']);
});

test('completes a boolean attribute without a value in VS Code', () => {
  expect(suggest('<heed-dot |').find(({ label }) => label === 'wide')?.textEdit?.newText).toBe('wide');
});

test('names the package and lists attribute values in web types', () => {
  const data = JSON.parse(
    JSON.stringify(toWebTypes(readDot(), { name: 'dots', version: '1.2.3' })),
  ) as WebTypes;
  expect(data).toMatchObject({ name: 'dots', version: '1.2.3' });
  const [dot] = data.contributions.html.elements;
  expect(dot?.attributes.map(({ value }) => value)).toEqual([
    { kind: 'plain', type: 'number | null' },
    { kind: 'plain', type: "'round' | 'square'" },
    { kind: 'no-value', type: 'boolean' },
  ]);
  expect(dot?.js.properties.map(({ name }) => name)).toEqual([
    'value',
    'dotShape',
    'wide',
    'defaultValue',
    'words',
  ]);
});

interface WebTypes {
  contributions: {
    html: { elements: { attributes: { value: object }[]; js: { properties: { name: string }[] } }[] };
  };
}

function complete(marked: string): string[] {
  return suggest(marked).map(({ label }) => label);
}

/** Returns the suggestions of VS Code at the mark. */
function suggest(marked: string): ReturnType<ReturnType<typeof getLanguageService>['doComplete']>['items'] {
  const provider = newHTMLDataProvider('dots', toVsCode(readDot()) as HTMLDataV1);
  const service = getLanguageService({ useDefaultDataProvider: false, customDataProviders: [provider] });
  const document = TextDocument.create('file:///page.html', 'html', 0, marked.replace('|', ''));
  const at = document.positionAt(marked.indexOf('|'));
  return service.doComplete(document, at, service.parseHTMLDocument(document)).items;
}
