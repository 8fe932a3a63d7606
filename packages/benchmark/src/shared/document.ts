/** A page of the documentation with a generated part. */
import { readFileSync, writeFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, platform, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';

const MARKED = /(<!-- benchmark:start -->\n)([^]*)(<!-- benchmark:end -->)/;

/** Rows of cells. The first row is the head. */
export type Table = string[][];

export class BenchmarkPage {
  readonly #file: string;

  /** @param path The path in `docs`. */
  constructor(path: string) {
    this.#file = fileURLToPath(new URL(`../../../../docs/${path}`, import.meta.url));
  }

  /** Returns the text between the markers. Throws if they are missing. */
  read(): string {
    const written = MARKED.exec(readFileSync(this.#file, 'utf8'))?.[2];
    if (written !== undefined) return written;
    throw new Error(`${this.#file} does not contain the markers "benchmark:start" and "benchmark:end".`);
  }

  write(text: string): void {
    const page = readFileSync(this.#file, 'utf8');
    writeFileSync(
      this.#file,
      page.replace(MARKED, (_, start, _old, end) => `${start}\n${text}\n${end}`),
    );
  }

  /** Returns the cells of all tables between the markers, without padding. */
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

/** Formats paragraphs and tables as Markdown, with the formatter of the workspace. */
export function formatParts(parts: readonly (string | Table)[]): Promise<string> {
  const texts = parts.map((part) => (typeof part === 'string' ? part : toMarkdown(part)));
  return format(texts.join('\n\n'), { parser: 'markdown' });
}

function toMarkdown([head = [], ...body]: Table): string {
  const rule = head.map(() => '---');
  return [head, rule, ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/**
 * Describes the machine of a run.
 *
 * @param browsers The versions of the browsers.
 * @param load The load average over one minute, at the start.
 */
export function describeMachine(browsers: readonly string[], load: number): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const machine = `${availableParallelism()} cores of ${cpus()[0]?.model.trim()}, ${gigabytes} GB`;
  const programs = `${browsers.join(' and ')}, Node ${process.version}`;
  return `Measured on ${platform()} ${arch()}, ${machine}, with ${programs}. The load average at the start was ${load.toFixed(1)}.`;
}
