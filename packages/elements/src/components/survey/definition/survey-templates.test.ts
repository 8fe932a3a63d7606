import '../../../define/attachment.ts';
import '../../../define/ces.ts';
import '../../../define/choice.ts';
import '../../../define/consent.ts';
import '../../../define/csat.ts';
import '../../../define/matrix.ts';
import '../../../define/nps.ts';
import '../../../define/survey.ts';
import '../../../define/text.ts';
import * as surveys from '@heed/core/templates';
import { mount, unmountAll, until, warningsDuring } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { toDefinition } from './index.ts';

const findQuestion = (survey: Element): Element | null => survey.querySelector('[name]:not(input)');

describe('a survey template', () => {
  afterEach(unmountAll);

  for (const [name, definition] of Object.entries(surveys)) {
    it(`is rendered without warnings: ${name}`, async () => {
      const warnings = await warningsDuring(async () => {
        const survey = Object.assign(document.createElement('heed-survey'), { definition });
        survey.lang = 'de';
        (await mount('div')).append(survey);
        const question = await until('the first question', () => findQuestion(survey));
        await until('its text', () => question?.shadowRoot?.textContent?.trim());
        await survey.updateComplete;
        expect(survey.matches(':state(closed)')).to.equal(false);
        expect(toDefinition(survey).steps.length).to.equal(definition.steps.length);
      });
      expect(warnings).to.deep.equal([]);
    });
  }
});
