import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import schema from '../../schema/survey.v1.json' with { type: 'json' };
import type { Operand } from '../expressions/operand.ts';
import type { SurveyDefinition, SurveyQuestion } from '../survey/definition.ts';
import { isQuestion } from '../survey/flow-source.ts';
import { textIn } from '../survey/text.ts';
import { compileSurvey, validateSurvey } from '../survey/validate-survey.ts';
import { servqualScore } from '../scores/servqual.ts';
import { SERVQUAL } from '../batteries/servqual-battery.ts';
import * as surveys from './index.ts';

const SURVEYS: [string, SurveyDefinition][] = Object.entries(surveys);
const TRANSLATED = SURVEYS.filter(([name]) => !name.startsWith('SERVICE_'));
const LANGUAGES = ['en', 'de', 'zh-Hans', 'ar'];
const acceptedBySchema = new Ajv2020({ strictTypes: false, strictRequired: false }).compile(schema);

function questionsOf({ steps }: SurveyDefinition): SurveyQuestion[] {
  return steps.flatMap(({ items }) => items.filter(isQuestion));
}

/** The answers that affect the path, and no answer. */
function answersTo(question: SurveyQuestion): Operand[] {
  const steps = (from: number, to: number): number[] =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index);
  switch (question.kind) {
    case 'nps':
      return steps(0, 10);
    case 'csat':
      return steps(1, question.max ?? 5);
    case 'ces':
      return steps(1, 7);
    case 'choice':
      return question.options.map(({ value }) => (question.multiple ? [value] : value));
    case 'consent':
      return [true, false];
    case 'matrix':
      return [2, 6].map((step) => Object.fromEntries(question.statements.map(({ name }) => [name, step])));
    default:
      return ['words'];
  }
}

interface Reached {
  steps: Set<number>;
  questions: Set<string>;
  endings: Set<number | undefined>;
}

/** Returns all paths through a survey, by answering one question after the other. */
function search(survey: SurveyDefinition): Reached {
  const flow = compileSurvey(survey);
  const questions = questionsOf(survey);
  const reached: Reached = { steps: new Set(), questions: new Set(), endings: new Set() };
  const visit = (values: ReadonlyMap<string, Operand>): void => {
    const { steps, asked, ending } = flow.findPath(values);
    const next = questions.find(({ name }) => asked.has(name) && !values.has(name));
    if (next) {
      const empty = next.required ? [] : [null];
      for (const answer of [...answersTo(next), ...empty]) visit(new Map([...values, [next.name, answer]]));
      return;
    }
    steps.forEach((step) => reached.steps.add(step));
    asked.forEach((name) => reached.questions.add(name));
    reached.endings.add(ending);
  };
  visit(new Map());
  return reached;
}

test.each(SURVEYS)('%s is a valid survey, for the validator and for the schema', (_, survey) => {
  expect(validateSurvey(survey)).toEqual([]);
  expect(acceptedBySchema(survey)).toBe(true);
  expect(JSON.parse(JSON.stringify(survey))).toEqual(survey);
});

test.each(SURVEYS)(
  '%s has a path to each of its questions and endings, and every path has an ending',
  (_, survey) => {
    const { steps, questions, endings } = search(survey);
    expect([...steps].sort((a, b) => a - b)).toEqual([...survey.steps.keys()]);
    expect([...questions].sort()).toEqual(
      questionsOf(survey)
        .map(({ name }) => name)
        .sort(),
    );
    expect([...endings].sort()).toEqual([...(survey.endings ?? []).keys()]);
  },
);

test.each(TRANSLATED)(
  '%s has texts in four languages, each with the same recalled names and its own punctuation',
  (_, survey) => {
    const texts: Record<string, string>[] = [];
    JSON.stringify(survey, (key, value: unknown) => {
      if (key !== 'hidden' && typeof value === 'object' && value !== null && 'en' in value) {
        texts.push(value as Record<string, string>);
      }
      return value;
    });
    expect(texts.length).toBeGreaterThan(5);
    for (const text of texts) {
      expect(Object.keys(text)).toEqual(LANGUAGES);
      const recalled = Object.values(text).map((words) => words.match(/\{\{[^|}]+/g)?.join());
      expect(new Set(recalled).size, text['en']).toBe(1);
      expect(text['zh-Hans'], text['en']).toMatch(/\p{Script=Han}/u);
      expect(text['ar'], text['en']).toMatch(/\p{Script=Arabic}/u);
      expect(new Set(Object.values(text)).size, text['en']).toBe(LANGUAGES.length);
    }
  },
);

test.each(SURVEYS)('%s falls back to English', (_, survey) => {
  const [ending] = survey.endings?.at(-1)?.items ?? [];
  const words = ending?.kind === 'statement' ? ending.text : '';
  expect(textIn(words, 'fi')).toBe(textIn(words, 'en'));
  expect(textIn(words, 'fi')).toMatch(/^[A-Z].+\.$/);
});

test.each(SURVEYS)('%s leaves the thanks to the status of the submission', (_, { endings }) => {
  expect(JSON.stringify(endings)).not.toMatch(/Thank|Dank|谢|شكرًا/);
});

test('each template has a unique name', () => {
  expect(new Set(SURVEYS.map(([, { survey }]) => survey)).size).toBe(SURVEYS.length);
});

test('the answers of the gap survey are valid input of the score', () => {
  const rows = (step: number) =>
    Object.fromEntries(SERVQUAL.perceptions.statements.map(({ name }) => [name, step]));
  const names = questionsOf(surveys.SERVICE_GAP).flatMap(({ kind, name }) =>
    kind === 'matrix' ? [name] : [],
  );
  expect(names).toEqual(['expectations', 'perceptions']);
  const { overall } = servqualScore([{ expectations: rows(6), perceptions: rows(5) }], SERVQUAL);
  expect(overall.score).toBe(-1);
});
