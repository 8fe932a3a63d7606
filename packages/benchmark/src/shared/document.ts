/** A page of the documentation, a part of which is written by a command. */
import { readFileSync, writeFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, platform, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';

const MARKED = /(<!-- benchmark:start -->\n)([^]*)(<!-- benchmark:end -->)/;

/** Rows of cells, the head first. */
export type Table = string[][];

export class BenchmarkPage {
  readonly #file: string;

  /** @param path below `docs` */
  constructor(path: string) {
    this.#file = fileURLToPath(new URL(`../../../../docs/${path}`, import.meta.url));
  }

  /** What stands between the markers. */
  read(): string {
    const written = MARKED.exec(readFileSync(this.#file, 'utf8'))?.[2];
    if (written !== undefined) return written;
    throw new Error(`${this.#file} lacks the markers "benchmark:start" and "benchmark:end".`);
  }

  write(text: string): void {
    const page = readFileSync(this.#file, 'utf8');
    writeFileSync(
      this.#file,
      page.replace(MARKED, (_, start, _old, end) => `${start}\n${text}\n${end}`),
    );
  }

  /** The cells of every row of every table between the markers, without padding. */
  readRows(): string[][] {
    const lines = this.read().split('\n');
    return lines.filter((line) => line.startsWith('|')).map(toCells);
  }
}

function toCells(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** Paragraphs and tables as one text, laid out as the workspace's formatter does. */
export function formatParts(parts: readonly (string | Table)[]): Promise<string> {
  const texts = parts.map((part) => (typeof part === 'string' ? part : toMarkdown(part)));
  return format(texts.join('\n\n'), { parser: 'markdown' });
}

function toMarkdown([head = [], ...body]: Table): string {
  const rule = head.map(() => '---');
  return [head, rule, ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** @param browsers as they call themselves @param load from elsewhere, by the system's average of a minute */
export function describeMachine(browsers: readonly string[], load: number): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const machine = `${availableParallelism()} cores of ${cpus()[0]?.model.trim()}, ${gigabytes} GB`;
  const programs = `${browsers.join(' and ')}, Node ${process.version}`;
  return `Measured on ${platform()} ${arch()}, ${machine}, with ${programs}. When it began, the load from elsewhere was ${load.toFixed(1)}.`;
}
