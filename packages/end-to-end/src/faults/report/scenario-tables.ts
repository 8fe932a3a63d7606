/** The tables of scenarios in the docs. */
import type { Engine } from '../../shared/browsers/engines.ts';
import type { ScenarioResult } from '../run/run-scenario.ts';
import { FAMILIES, type Family, type Scenario } from '../scenario.ts';
import { SCENARIOS } from '../scenarios/index.ts';
import { renderTable } from './markdown-table.ts';

/** The columns of the tables, on every platform. */
const COLUMNS: Record<Engine, string> = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' };
const MARKED = /(<!-- faults:start -->\n)[^]*?(<!-- faults:end -->)/;

type Results = ReadonlyMap<Scenario, Partial<Record<Engine, ScenarioResult>>>;

/** Returns the page with the results between its markers. */
export function fillScenarioTables(page: string, results: Results): string {
  return page.replace(MARKED, (_, start: string, end: string) => {
    return `${start}\n${FAMILIES.map((family) => renderFamily(family, results)).join('\n\n')}\n\n${end}`;
  });
}

/** Returns the name in each row, in order, with the engines that have a result. */
export function listRows(page: string): string[] {
  const [tables = ''] = MARKED.exec(page) ?? [];
  const rows = tables.split('\n').filter((line) => line.startsWith('| ') && !/^\| (-|Scenario )/.test(line));
  return rows.map((row) => {
    const [, name = '', , ...cells] = row.split('|').map((cell) => cell.trim());
    const engines = Object.keys(COLUMNS).filter((_, index) => /^\d/.test(cells[index] ?? ''));
    return `${name}: ${engines.join(', ')}`;
  });
}

/** Returns the rows that {@link listRows} should find. */
export function listExpectedRows(): string[] {
  return Object.values(SCENARIOS)
    .flat()
    .map(({ name, unsupported = {} }) => {
      const engines = (Object.keys(COLUMNS) as Engine[]).filter((engine) => !unsupported[engine]);
      return `${escape(name)}: ${engines.join(', ')}`;
    });
}

function renderFamily(family: Family, results: Results): string {
  const head = ['Scenario', 'Records', ...Object.values(COLUMNS)];
  const rows = SCENARIOS[family].map((scenario) => renderRow(scenario, results.get(scenario) ?? {}));
  return `### ${family[0]?.toUpperCase()}${family.slice(1)}\n\n${renderTable(head, rows)}`;
}

function renderRow(scenario: Scenario, resultsByEngine: Partial<Record<Engine, ScenarioResult>>): string[] {
  const submitted = Object.values(resultsByEngine)[0]?.outcome.submitted.toLocaleString('en') ?? '';
  const cells = (Object.keys(COLUMNS) as Engine[]).map((engine) => {
    const result = resultsByEngine[engine];
    return result ? renderOutcome(result) : (scenario.unsupported?.[engine] ?? 'not run');
  });
  return [escape(scenario.name), submitted, ...cells];
}

function renderOutcome({ outcome: { received, remaining, attempts, requests } }: ScenarioResult): string {
  const repeated = requests > attempts ? ` +${requests - attempts}` : '';
  const kept = remaining > 0 ? `, ${remaining.toLocaleString('en')} kept` : '';
  return `${received} in ${attempts}${repeated}${kept}`;
}

function escape(text: string): string {
  return text.replaceAll('|', '\\|');
}
