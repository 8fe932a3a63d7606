import type { SurveyItem } from '../survey/definition.ts';

/**
 * Consent to a reply, and the e-mail address for it. The question for the address uses the elements' default text in
 * every language.
 */
export const CONTACT: readonly SurveyItem[] = [
  {
    kind: 'consent',
    name: 'contact',
    statement: {
      en: 'You may contact me about my answer.',
      de: 'Sie dürfen mich zu meiner Antwort kontaktieren.',
      'zh-Hans': '你们可以就我的回答与我联系。',
      ar: 'يمكنكم التواصل معي بشأن إجابتي.',
    },
  },
  { kind: 'text', name: 'email', type: 'email', required: true, showIf: 'contact' },
];
