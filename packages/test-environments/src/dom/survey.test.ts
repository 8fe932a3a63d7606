import { expect, test } from 'vitest';
import type { HeedSurvey } from '@heed/elements';
import { respondToSubmit, render, inside, collectEvents, until, type TestElement } from '../page.ts';

import '@heed/elements/define/csat';
import '@heed/elements/define/nps';
import '@heed/elements/define/survey';
import '@heed/elements/define/text';

const find = (survey: Element, name: string): TestElement =>
  survey.querySelector(`[name=${name}]`) as TestElement;

test('shows its steps, and sends their answers', async () => {
  const survey = await render<HeedSurvey>(`<heed-survey survey="visit" no-draft>
    <heed-nps name="recommend"></heed-nps>
    <heed-text name="why" question="What went wrong?" show-if="recommend <= 6"></heed-text>
    <heed-csat name="satisfied"></heed-csat>
  </heed-survey>`);
  const records = respondToSubmit(survey, { state: 'sent' });
  const steps = collectEvents(survey, 'heed-step');
  await until(() => inside(survey, '[part=next]'));
  inside(find(survey, 'recommend'), '[value="9"]').click();
  await until(() => expect(find(survey, 'why').hidden).toBe(true));
  inside(survey, '[part=next]').click();
  await until(() => expect(steps).toHaveLength(1));
  await until(() => inside(survey, '[part=submit]'));
  inside(find(survey, 'satisfied'), '[value="4"]').click();
  inside(survey, '[part=submit]').click();
  await until(() => expect(records).toHaveLength(1));
  expect(records[0]?.answers.map(({ name, value }) => [name, value])).toEqual([
    ['recommend', 9],
    ['satisfied', 4],
  ]);
});

test('renders the questions of a definition', async () => {
  const survey = await render<HeedSurvey>('<heed-survey survey="visit" no-draft></heed-survey>');
  survey.definition = {
    v: 1,
    survey: 'visit',
    steps: [{ items: [{ kind: 'nps', name: 'recommend' }] }],
  };
  await survey.updateComplete;
  await until(() => inside(survey, '[part=submit]'));
});

test('keeps a draft', async () => {
  const markup = '<heed-survey survey="draft"><heed-nps name="recommend"></heed-nps></heed-survey>';
  const survey = await render<HeedSurvey>(markup);
  await until(() => inside(survey, '[part=submit]'));
  inside(find(survey, 'recommend'), '[value="3"]').click();
  survey.remove();
  const again = await render<HeedSurvey>(markup);
  await until(() => expect(find(again, 'recommend').value).toBe(3));
});
