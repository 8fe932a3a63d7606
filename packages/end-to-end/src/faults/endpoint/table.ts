/** The tables of endpoint failures in the docs. */
import { codeOf } from '../../../../client/src/explain/causes.ts';
import { CASES } from './cases.ts';
import { consoleOf, wordsOf, type Language } from './describe.ts';

const MARKED = /<!-- endpoint:start -->[^]*?<!-- endpoint:end -->/;
const ADDRESS = 'https://api.example/feedback';
const PAGE = 'https://www.example';

/** How the second table names what the first one shows. */
const OUTCOMES = {
  stored: 'saved',
  memory: 'not sent yet',
  refused: 'not sent',
} as const;
const LANGUAGES: Record<Language, string> = { en: 'English', de: 'German' };

/** A text with the tables between their markers. */
export function fillEndpointTables(page: string): string {
  return page.replace(MARKED, () => renderTables());
}

export function renderTables(): string {
  const words = (Object.keys(OUTCOMES) as (keyof typeof OUTCOMES)[]).flatMap((kind) =>
    (Object.keys(LANGUAGES) as Language[]).map((language) => [
      OUTCOMES[kind],
      LANGUAGES[language],
      wordsOf(kind, language, true).join(': '),
      wordsOf(kind, language, false).join(': '),
    ]),
  );
  const causes = CASES.map((scenario) => [
    scenario.name,
    OUTCOMES[scenario.shows],
    linkTo(codeOf(scenario.cause)),
    consoleOf(scenario, ADDRESS, PAGE).replace(/^\[heed\] client: | \(HEED_\w+\)$/g, ''),
  ]);
  return [
    '<!-- endpoint:start -->',
    toTable(['Outcome', 'Language', 'The browser is online', 'The browser is offline'], words),
    toTable(['What is wrong', 'The user reads', 'Code', 'The console says'], causes),
    '<!-- endpoint:end -->',
  ].join('\n\n');
}

/** The rows between the markers, without the spaces that align them. */
export function listLines(page: string): string[] {
  const [tables = ''] = MARKED.exec(page) ?? [];
  return tables
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| -'))
    .map((line) => line.replace(/ +/g, ' '));
}

function toTable(head: readonly string[], rows: readonly string[][]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function linkTo(code: string): string {
  return `[\`${code}\`](/reference/errors#${code.toLowerCase().replaceAll('_', '-')})`;
}
