import * as fc from 'fast-check';
import type {
  SurveyContent,
  SurveyDefinition,
  SurveyEnding,
  SurveyItem,
  SurveyStep,
  SurveyText,
} from '../definition.ts';

/** Texts as HTML shows them: trimmed, without repeated white space. */
const shown = fc
  .string({ unit: 'binary', maxLength: 40 })
  .map((text) =>
    text
      .replace(/\{\{|\0|\r/g, '')
      .replace(/[ \t\n\f\r]+/g, ' ')
      .trim(),
  )
  .filter((text) => !/\p{Cs}/u.test(text));
const tag = fc.constantFrom('en', 'de', 'zh-Hans', 'ar', 'pt-BR');
/** A text in one or several languages. */
const anyText: fc.Arbitrary<SurveyText> = fc.oneof(
  shown,
  fc.dictionary(tag, shown, { minKeys: 1, noNullPrototype: true }),
);
const address = fc.constantFrom(
  '/privacy',
  './a/b.png',
  '../c?d=e#f',
  'https://example.com/g',
  'http://localhost:1/',
);
const flag = fc.constant(true as const);
const value = fc.constantFrom('a', 'b c', '__proto__', '😀', '<b>&"\'');
const row = fc.constantFrom('speed', 'help', 'constructor', 'a b');
const CONTENT = { text: anyText, title: anyText };

function sometimes<T extends object, K extends keyof T>(
  members: { [Key in keyof T]: fc.Arbitrary<T[Key]> },
  requiredKeys: K[],
): fc.Arbitrary<T> {
  return fc.record(members, { requiredKeys, noNullPrototype: true }) as unknown as fc.Arbitrary<T>;
}

const statement = fc.record(
  { kind: fc.constant('statement' as const), ...CONTENT },
  { requiredKeys: ['kind', 'text'] },
);
const pixels = fc.integer({ min: 1, max: 10_000 });
const picture = fc.record(
  { kind: fc.constant('picture' as const), src: address, alt: anyText, width: pixels, height: pixels },
  { requiredKeys: ['kind', 'src', 'alt'] },
);
const link = fc.record({ kind: fc.constant('link' as const), href: address, text: anyText });
const content: fc.Arbitrary<SurveyContent> = fc.oneof(statement, picture, link);

const endLabels = { lowLabel: anyText, highLabel: anyText };
const withQuestion = { question: anyText, required: flag, readonly: flag };
const options = fc.uniqueArray(
  fc.record({ value, label: anyText, disabled: flag }, { requiredKeys: ['value', 'label'] }),
  { selector: (option) => option.value, minLength: 1, maxLength: 4 },
);
const statements = fc.uniqueArray(fc.record({ name: row, text: anyText }), {
  selector: ({ name }) => name,
  minLength: 1,
  maxLength: 4,
});
const size = fc.constantFrom('500KB', '2.5 MB', '1GB');

/** The members of each kind: required ones, then optional ones. */
const KINDS = {
  csat: [
    {},
    {
      ...withQuestion,
      ...endLabels,
      max: fc.constantFrom(2, 5, 10),
      value: fc.constantFrom(1, 2),
      display: fc.constantFrom('stars', 'numbers'),
    },
  ],
  nps: [{}, { ...withQuestion, ...endLabels, value: fc.integer({ min: 0, max: 10 }) }],
  ces: [{}, { ...withQuestion, ...endLabels, value: fc.integer({ min: 1, max: 7 }) }],
  choice: [
    { options },
    {
      ...withQuestion,
      display: fc.constantFrom('chips', 'list'),
      other: flag,
      otherLabel: anyText,
      shuffle: flag,
      hint: anyText,
    },
  ],
  text: [
    {},
    {
      ...withQuestion,
      type: fc.constantFrom('short', 'long', 'email', 'phone'),
      value: shown,
      hint: anyText,
      placeholder: anyText,
      autocomplete: fc.constantFrom('email', 'off'),
      minLength: fc.integer({ min: 1, max: 10 }),
      maxLength: fc.integer({ min: 10, max: 10_000 }),
      counter: flag,
    },
  ],
  matrix: [
    { statements },
    {
      ...withQuestion,
      ...endLabels,
      min: fc.constantFrom(0, 1),
      max: fc.constantFrom(2, 10),
      hint: anyText,
      display: fc.constantFrom('auto', 'table', 'single'),
      autoAdvance: flag,
    },
  ],
  attachment: [
    {},
    {
      ...withQuestion,
      accept: fc.constant('image/*,.pdf'),
      maxFiles: fc.integer({ min: 1, max: 9 }),
      maxSize: size,
      maxTotal: size,
      shrink: pixels,
      hint: anyText,
    },
  ],
  consent: [{}, { required: flag, readonly: flag, statement: anyText, href: address, linkLabel: anyText }],
} as const satisfies Record<string, [object, object]>;

const CONDITIONS = ['{} is answered', 'not ({} is empty) or {} is empty', '{} = null'];

/** A question. Its name and condition depend on its place in the survey. */
const question = fc.constantFrom(...(Object.keys(KINDS) as (keyof typeof KINDS)[])).chain((kind) => {
  const [needed, more] = KINDS[kind];
  return sometimes<object, never>(
    { kind: fc.constant(kind), ...needed, ...more } as object,
    ['kind', ...Object.keys(needed)] as never[],
  );
});
/** Adds the limit that a counter requires. */
const limited = question.map((each) => ('counter' in each ? { maxLength: 99, ...each } : each));
const condition = fc.option(fc.constantFrom(...CONDITIONS), { nil: undefined, freq: 3 });

const draftItem = fc.oneof(
  { weight: 3, arbitrary: fc.record({ item: limited, condition }) },
  {
    weight: 1,
    arbitrary: fc.record({
      item: fc.oneof(statement, picture) as fc.Arbitrary<object>,
      condition: fc.constant(undefined),
    }),
  },
);
const draftStep = fc.record({
  items: fc.array(draftItem, { minLength: 1, maxLength: 3 }),
  isNamed: fc.boolean(),
  condition,
  jump: fc.option(fc.nat(), { nil: undefined, freq: 2 }),
});
type DraftStep = typeof draftStep extends fc.Arbitrary<infer T> ? T : never;

const draftEnding = fc.record({ items: fc.array(content, { minLength: 1, maxLength: 3 }), condition });
type DraftEnding = typeof draftEnding extends fc.Arbitrary<infer T> ? T : never;

/** Inserts the name of an earlier question into a condition. */
function on(condition: string | undefined, before: readonly string[]): { showIf?: string } {
  const name = before.at(-1);
  return condition && name ? { showIf: condition.replaceAll('{}', name) } : {};
}

function finish(drafts: readonly DraftStep[]): [SurveyStep[], string[]] {
  const asked: string[] = [];
  const steps = drafts.map((draft, index): SurveyStep => {
    const before = [...asked];
    const items = draft.items.map(({ item, condition }) => {
      if (['statement', 'picture'].includes(Reflect.get(item, 'kind') as string)) return item as SurveyItem;
      const name = `q-${asked.length}`;
      asked.push(name);
      return { name, ...item, ...on(condition, before) } as SurveyItem;
    });
    const jump = draft.jump === undefined ? {} : { goTo: toJump(draft.jump, index, drafts) };
    return {
      ...(draft.isNamed && { name: `step-${index}` }),
      ...on(draft.condition, before),
      ...jump,
      items,
    };
  });
  return [steps, asked];
}

/** Returns a later step, or the end. */
function toJump(pick: number, index: number, drafts: readonly DraftStep[]): string {
  const named = drafts.flatMap(({ isNamed }, later) => (isNamed && later > index ? [`step-${later}`] : []));
  return named[pick % (named.length + 1)] ?? 'end';
}

function finishEndings(drafts: readonly DraftEnding[], asked: readonly string[]): SurveyEnding[] {
  return drafts.map(({ condition, items }) => ({ ...on(condition, asked), items }));
}

const name = fc.constantFrom('checkout', 'a b', '__proto__', '退货');

/** Valid surveys with all features. */
export const anySurvey: fc.Arbitrary<SurveyDefinition> = fc
  .tuple(
    sometimes<Omit<SurveyDefinition, 'steps' | 'endings' | 'prefill'>, 'v' | 'survey'>(
      {
        v: fc.constant(1 as const),
        survey: name,
        endpoint: fc.constantFrom('/feedback', 'https://example.com/f'),
        display: fc.constantFrom('steps' as const, 'page' as const),
        partial: flag,
        noDraft: flag,
        hidden: fc.dictionary(fc.constantFrom('order', 'plan', 'constructor'), shown, {
          noNullPrototype: true,
          minKeys: 1,
        }),
        heading: anyText,
        welcome: fc.record({ items: fc.array(content, { minLength: 1, maxLength: 3 }) }),
      } as never,
      ['v', 'survey'],
    ),
    fc.array(draftStep, { minLength: 1, maxLength: 4 }),
    fc.option(fc.array(draftEnding, { minLength: 1, maxLength: 3 }), { nil: undefined }),
    fc.boolean(),
  )
  .map(([members, drafts, endings, isFilled]) => {
    const [steps, asked] = finish(drafts);
    return {
      ...members,
      ...(isFilled && asked.length > 0 && { prefill: asked.slice(0, 2) }),
      steps,
      ...(endings && { endings: finishEndings(endings, asked) }),
    };
  });
