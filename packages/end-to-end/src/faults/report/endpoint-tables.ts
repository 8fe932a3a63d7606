/** The tables of endpoint failures in the docs. */
import { codeOf } from '../../../../client/src/explain/causes.ts';
import { CASES } from '../endpoint/endpoint-cases.ts';
import { describeWarning, listStatusTexts, type Language } from '../endpoint/expected-texts.ts';
import { renderTable } from './markdown-table.ts';

const MARKED = /<!-- endpoint:start -->[^]*?<!-- endpoint:end -->/;
const ADDRESS = 'https://api.example/feedback';
const PAGE = 'https://www.example';

/** The names of outcomes in both tables. */
const OUTCOMES = {
  stored: 'saved',
  memory: 'not sent yet',
  refused: 'not sent',
} as const;
const LANGUAGES: Record<Language, string> = { en: 'English', de: 'German' };

/** Returns the page with the tables between their markers. */
export function fillEndpointTables(page: string): string {
  return page.replace(MARKED, () => renderTables());
}

export function renderTables(): string {
  const texts = (Object.keys(OUTCOMES) as (keyof typeof OUTCOMES)[]).flatMap((kind) =>
    (Object.keys(LANGUAGES) as Language[]).map((language) => [
      OUTCOMES[kind],
      LANGUAGES[language],
      listStatusTexts(kind, language, true).join(': '),
      listStatusTexts(kind, language, false).join(': '),
    ]),
  );
  const causes = CASES.map((scenario) => [
    scenario.name,
    OUTCOMES[scenario.shows],
    linkTo(codeOf(scenario.cause)),
    describeWarning(scenario, ADDRESS, PAGE).replace(/^\[heed\] client: | \(HEED_\w+\)$/g, ''),
  ]);
  return [
    '<!-- endpoint:start -->',
    renderTable(['Outcome', 'Language', 'Online', 'Offline'], texts),
    renderTable(['Failure', 'Outcome', 'Code', 'Console warning'], causes),
    '<!-- endpoint:end -->',
  ].join('\n\n');
}

/** Returns the rows between the markers, without the spaces that align the columns. */
export function listLines(page: string): string[] {
  const [tables = ''] = MARKED.exec(page) ?? [];
  return tables
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| -'))
    .map((line) => line.replace(/ +/g, ' '));
}

function linkTo(code: string): string {
  return `[\`${code}\`](/reference/errors#${code.toLowerCase().replaceAll('_', '-')})`;
}
