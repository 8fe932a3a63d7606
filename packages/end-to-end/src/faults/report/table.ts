/** The table of the scenarios in the docs: what stands in it, and what it says. */
import type { Played } from '../run/play.ts';
import { FAMILIES, type Engine, type Family, type Scenario } from '../scenario.ts';
import { SCENARIOS } from '../scenarios/index.ts';

/** The columns of the table, on every system. */
const COLUMNS: Record<Engine, string> = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' };
const MARKED = /(<!-- faults:start -->\n)[^]*?(<!-- faults:end -->)/;

type Results = ReadonlyMap<Scenario, Partial<Record<Engine, Played>>>;

/** A text with what was played between its markers. */
export function fillTables(page: string, results: Results): string {
  return page.replace(MARKED, (_, start: string, end: string) => {
    return `${start}\n${FAMILIES.map((family) => renderFamily(family, results)).join('\n\n')}\n\n${end}`;
  });
}

/** The first cell of each row, in order, with the engines that have a result. */
export function listRows(page: string): string[] {
  const [tables = ''] = MARKED.exec(page) ?? [];
  const rows = tables.split('\n').filter((line) => line.startsWith('| ') && !/^\| (-|Scenario )/.test(line));
  return rows.map((row) => {
    const [, name = '', , ...cells] = row.split('|').map((cell) => cell.trim());
    const engines = Object.keys(COLUMNS).filter((_, index) => /^\d/.test(cells[index] ?? ''));
    return `${name}: ${engines.join(', ')}`;
  });
}

/** What {@link listRows} should find. */
export function expectedRows(): string[] {
  return Object.values(SCENARIOS)
    .flat()
    .map(({ name, without = {} }) => {
      const engines = (Object.keys(COLUMNS) as Engine[]).filter((engine) => !without[engine]);
      return `${escape(name)}: ${engines.join(', ')}`;
    });
}

function renderFamily(family: Family, results: Results): string {
  const head = ['Scenario', 'Records', ...Object.values(COLUMNS)];
  const rows = SCENARIOS[family].map((scenario) => renderRow(scenario, results.get(scenario) ?? {}));
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `### ${family[0]?.toUpperCase()}${family.slice(1)}\n\n${lines.join('\n')}`;
}

function renderRow(scenario: Scenario, played: Partial<Record<Engine, Played>>): string[] {
  const submitted = Object.values(played)[0]?.outcome.submitted.toLocaleString('en') ?? '';
  const cells = (Object.keys(COLUMNS) as Engine[]).map((engine) => {
    const result = played[engine];
    return result ? renderOutcome(result) : (scenario.without?.[engine] ?? 'not played');
  });
  return [escape(scenario.name), submitted, ...cells];
}

function renderOutcome({ outcome: { received, left, attempts, requests } }: Played): string {
  const repeated = requests > attempts ? ` +${requests - attempts}` : '';
  const kept = left > 0 ? `, ${left.toLocaleString('en')} kept` : '';
  return `${received} in ${attempts}${repeated}${kept}`;
}

function escape(text: string): string {
  return text.replaceAll('|', '\\|');
}
