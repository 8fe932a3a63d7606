import type { SurveyDefinition } from '../survey/definition.ts';

/**
 * The transactional NPS, asked after an event, with the main reason for the score. The query parameters `touchpoint`
 * (such as `delivery`) and `transaction` (its number) are supported.
 */
export const NPS_TRANSACTIONAL: SurveyDefinition = {
  v: 1,
  survey: 'nps-transactional',
  prefill: ['touchpoint', 'transaction'],
  hidden: { touchpoint: '', transaction: '' },
  steps: [
    {
      items: [
        {
          kind: 'nps',
          name: 'recommend',
          required: true,
          question: {
            en: 'After what you have just experienced: how likely are you to recommend us to a friend or colleague?',
            de: 'Nach dem, was Sie gerade erlebt haben: Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?',
            'zh-Hans': '根据您刚才的体验，您有多大可能向朋友或同事推荐我们？',
            ar: 'بعد تجربتك الآن، ما مدى احتمال أن توصي بنا لصديق أو زميل؟',
          },
        },
      ],
    },
    {
      items: [
        {
          kind: 'choice',
          name: 'reason',
          other: true,
          question: {
            en: 'You gave {{recommend}} of 10. What counted most?',
            de: 'Sie haben {{recommend}} von 10 Punkten gegeben. Was war dafür ausschlaggebend?',
            'zh-Hans': '您打了 {{recommend}} 分（满分 10 分）。最主要的原因是什么？',
            ar: 'لقد منحتنا {{recommend}} من 10. ما أهم سبب لذلك؟',
          },
          options: [
            {
              value: 'speed',
              label: {
                en: 'How long it took',
                de: 'Wie lange es gedauert hat',
                'zh-Hans': '所用的时间',
                ar: 'المدة التي استغرقها الأمر',
              },
            },
            {
              value: 'ease',
              label: {
                en: 'How easy it was',
                de: 'Wie einfach es war',
                'zh-Hans': '简便程度',
                ar: 'مدى السهولة',
              },
            },
            {
              value: 'people',
              label: { en: 'The people', de: 'Die Menschen', 'zh-Hans': '服务人员', ar: 'الموظفون' },
            },
            {
              value: 'result',
              label: { en: 'The result', de: 'Das Ergebnis', 'zh-Hans': '结果', ar: 'النتيجة' },
            },
            { value: 'price', label: { en: 'The price', de: 'Der Preis', 'zh-Hans': '价格', ar: 'السعر' } },
          ],
        },
      ],
    },
    {
      showIf: 'recommend <= 8',
      items: [
        {
          kind: 'text',
          name: 'better',
          type: 'long',
          question: {
            en: 'What should we have done differently?',
            de: 'Was hätten wir anders machen sollen?',
            'zh-Hans': '您觉得我们当时应该怎么做？',
            ar: 'ما الذي كان ينبغي أن نفعله بشكل مختلف؟',
          },
        },
      ],
    },
  ],
  endings: [
    {
      showIf: 'recommend <= 6',
      items: [
        {
          kind: 'statement',
          text: {
            en: 'We are sorry that it did not go better this time.',
            de: 'Es tut uns leid, dass es diesmal nicht besser gelaufen ist.',
            'zh-Hans': '很抱歉这次没能让您更满意。',
            ar: 'نأسف لأن الأمر لم يكن أفضل هذه المرة.',
          },
        },
      ],
    },
    {
      showIf: 'recommend >= 9',
      items: [
        {
          kind: 'statement',
          text: {
            en: 'We will pass it on to everybody who took part.',
            de: 'Wir geben es an alle weiter, die daran beteiligt waren.',
            'zh-Hans': '我们会转告所有参与的同事。',
            ar: 'سننقل ذلك إلى كل من شارك في الأمر.',
          },
        },
      ],
    },
    {
      items: [
        {
          kind: 'statement',
          text: {
            en: 'Your answer helps us do better next time.',
            de: 'Ihre Antwort hilft uns, es beim nächsten Mal besser zu machen.',
            'zh-Hans': '您的回答有助于我们下次做得更好。',
            ar: 'إجابتك تساعدنا على تقديم الأفضل في المرة القادمة.',
          },
        },
      ],
    },
  ],
};
