/** Finds the texts that people read in TypeScript: comments, messages, test titles, and the names it declares. */
import ts from 'typescript-6';
import { blank, blankCode } from './markdown.ts';
import type { Place } from './rules.ts';

/** A text with its position in the file. */
export interface Passage {
  place: Place;
  text: string;
  /** Index of the first character of `text` in the file. */
  start: number;
}

const isTest = /\.(?:test|test-helper|test-d)\.[mc]?tsx?$|\/test\//;
const testFunctions = /^(?:describe|it|test|suite|bench)\b/;

/** Returns the passages of a source file in the order of its text. */
export function readSourceCode(path: string, code: string): Passage[] {
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  const passages = [...readComments(file)];
  const visit = (node: ts.Node): void => {
    passages.push(...readNode(node, isTest.test(path)));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return passages.toSorted((a, b) => a.start - b.start);
}

function readNode(node: ts.Node, inTest: boolean): Passage[] {
  if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) return isDeclared(node) ? [readName(node)] : [];
  if (!isString(node)) return [];
  if (isTestTitle(node)) return [readString(node, 'title')];
  return !inTest && isMessage(node) ? [readString(node, 'message')] : [];
}

function readComments(file: ts.SourceFile): Passage[] {
  const ranges = new Map<number, ts.CommentRange>();
  const add = (found: ts.CommentRange[] | undefined) =>
    found?.forEach((range) => ranges.set(range.pos, range));
  const visit = (node: ts.Node): void => {
    if (ts.isJSDoc(node) || ts.isJsxText(node)) return;
    const children = node.getChildren(file);
    if (children.length === 0) {
      add(ts.getLeadingCommentRanges(file.text, node.pos));
      add(ts.getTrailingCommentRanges(file.text, node.end));
    }
    children.forEach(visit);
  };
  visit(file);
  return [...ranges.values()].map(({ pos, end }) => readComment(file.text.slice(pos, end), pos));
}

/** Blanks the asterisks, and the code inside. */
function readComment(text: string, start: number): Passage {
  const plain = text.replace(/^\/\*\*?|^\/\/|\*\/$|^[ \t]*\*(?!\w)/gm, blank);
  return { place: 'comment', text: blankCode(plain), start };
}

function isDeclared(node: ts.Identifier | ts.PrivateIdentifier): boolean {
  const { parent } = node;
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent) || ts.isPropertyAssignment(parent))
    return false;
  return 'name' in parent && parent.name === node && !ts.isPropertyAccessExpression(parent);
}

function readName(node: ts.Identifier | ts.PrivateIdentifier): Passage {
  return { place: 'name', text: splitName(node.text), start: node.getStart() };
}

/** Splits a name into its words: `handDown` and `hand-down.ts` contain "hand" and "down". */
export function splitName(name: string): string {
  return name
    .replace(/[-_.$#]+/g, ' ')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .trim();
}

type StringNode = ts.StringLiteralLike | ts.TemplateExpression;

function isString(node: ts.Node): node is StringNode {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}

function isTestTitle(node: ts.Node): boolean {
  const { parent } = node;
  return (
    ts.isCallExpression(parent) &&
    parent.arguments[0] === node &&
    testFunctions.test(parent.expression.getText())
  );
}

/** A sentence rather than a key: three words or more, and no markup, style sheet or query. */
function isMessage(node: StringNode): boolean {
  if (ts.isTaggedTemplateExpression(node.parent) || ts.isImportDeclaration(node.parent)) return false;
  return /\p{L}+[,:]? \p{L}+[,:]? \p{L}+/u.test(plainText(node));
}

function readString(node: StringNode, place: Place): Passage {
  return { place, text: blankCode(plainText(node)), start: node.getStart() };
}

/** The source of the string, without the expressions inside. */
function plainText(node: StringNode): string {
  const text = node.getText().replaceAll('\\n', '  ');
  if (!ts.isTemplateExpression(node)) return ` ${text.slice(1, -1)} `;
  const offset = node.getStart();
  return node.templateSpans
    .reduce((rest, { expression }) => {
      const [from, to] = [expression.pos - offset, expression.end - offset];
      return rest.slice(0, from) + blank(rest.slice(from, to)) + rest.slice(to);
    }, text)
    .replace(/^`|`$/g, ' ');
}
