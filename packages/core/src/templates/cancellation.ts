import type { SurveyDefinition } from '../survey/definition.ts';

/**
 * The reason for a cancellation, with a follow-up question for that reason and the chance of a return. It does not
 * try to prevent the cancellation, so ask it afterwards. The query parameters `plan` (a display name) and `customer`
 * are supported.
 */
export const CANCELLATION: SurveyDefinition = {
  v: 1,
  survey: 'cancellation',
  prefill: ['plan', 'customer'],
  hidden: { plan: '', customer: '' },
  steps: [
    {
      goTo: "fair-price if reason = 'price'; missing if reason = 'missing'; trouble if reason = 'trouble'; elsewhere if reason = 'elsewhere'; return",
      items: [
        {
          kind: 'choice',
          name: 'reason',
          display: 'list',
          shuffle: true,
          other: true,
          required: true,
          question: {
            en: 'Why are you leaving?',
            de: 'Warum verlassen Sie uns?',
            'zh-Hans': '您为什么要离开？',
            ar: 'لماذا تغادرنا؟',
          },
          options: [
            {
              value: 'price',
              label: {
                en: 'It costs too much',
                de: 'Es ist zu teuer',
                'zh-Hans': '价格太高',
                ar: 'السعر مرتفع جدًا',
              },
            },
            {
              value: 'missing',
              label: {
                en: 'Something is missing',
                de: 'Es fehlt etwas',
                'zh-Hans': '缺少我需要的功能',
                ar: 'ينقصه شيء أحتاجه',
              },
            },
            {
              value: 'trouble',
              label: {
                en: 'It did not work well',
                de: 'Es hat nicht gut funktioniert',
                'zh-Hans': '使用中遇到问题',
                ar: 'لم يعمل جيدًا',
              },
            },
            {
              value: 'elsewhere',
              label: {
                en: 'I found something better',
                de: 'Ich habe etwas Besseres gefunden',
                'zh-Hans': '找到了更好的选择',
                ar: 'وجدت ما هو أفضل',
              },
            },
            {
              value: 'unneeded',
              label: {
                en: 'I do not need it any more',
                de: 'Ich brauche es nicht mehr',
                'zh-Hans': '我不再需要它',
                ar: 'لم أعد أحتاج إليه',
              },
            },
          ],
        },
      ],
    },
    {
      goTo: 'return',
      items: [
        {
          kind: 'text',
          name: 'fair-price',
          question: {
            en: 'What would be a fair price for {{plan|it}}?',
            de: 'Was wäre ein fairer Preis für {{plan|unser Angebot}}?',
            'zh-Hans': '您认为{{plan|这项服务}}的合理价格是多少？',
            ar: 'ما السعر العادل لـ {{plan|هذه الخدمة}} برأيك؟',
          },
        },
      ],
    },
    {
      goTo: 'return',
      items: [
        {
          kind: 'text',
          name: 'missing',
          type: 'long',
          question: {
            en: 'What did you miss?',
            de: 'Was hat Ihnen gefehlt?',
            'zh-Hans': '您觉得缺少什么？',
            ar: 'ما الذي افتقدته؟',
          },
        },
      ],
    },
    {
      goTo: 'return',
      items: [
        {
          kind: 'text',
          name: 'trouble',
          type: 'long',
          question: {
            en: 'What did not work?',
            de: 'Was hat nicht funktioniert?',
            'zh-Hans': '哪里出了问题？',
            ar: 'ما الذي لم يعمل؟',
          },
        },
      ],
    },
    {
      items: [
        {
          kind: 'text',
          name: 'elsewhere',
          question: {
            en: 'What did you choose, and what is better there?',
            de: 'Wofür haben Sie sich entschieden, und was ist dort besser?',
            'zh-Hans': '您选择了什么？它好在哪里？',
            ar: 'ماذا اخترت، وما الأفضل فيه؟',
          },
        },
      ],
    },
    {
      name: 'return',
      items: [
        {
          kind: 'choice',
          name: 'again',
          display: 'segments',
          question: {
            en: 'Might you come back one day?',
            de: 'Könnten Sie sich vorstellen, wiederzukommen?',
            'zh-Hans': '您以后有可能回来吗？',
            ar: 'هل تفكر في العودة يومًا ما؟',
          },
          options: [
            { value: 'yes', label: { en: 'Yes', de: 'Ja', 'zh-Hans': '会', ar: 'نعم' } },
            { value: 'perhaps', label: { en: 'Perhaps', de: 'Vielleicht', 'zh-Hans': '也许', ar: 'ربما' } },
            { value: 'no', label: { en: 'No', de: 'Nein', 'zh-Hans': '不会', ar: 'لا' } },
          ],
        },
        {
          kind: 'text',
          name: 'change',
          type: 'long',
          showIf: "again != 'no'",
          question: {
            en: 'What would have to change for that?',
            de: 'Was müsste sich dafür ändern?',
            'zh-Hans': '我们需要做出哪些改变？',
            ar: 'ما الذي يجب أن يتغير من أجل ذلك؟',
          },
        },
      ],
    },
  ],
  endings: [
    {
      showIf: "again in ['yes', 'perhaps']",
      items: [
        {
          kind: 'statement',
          text: {
            en: 'We would be glad to see you again.',
            de: 'Wir würden uns freuen, Sie wiederzusehen.',
            'zh-Hans': '期待再次见到您。',
            ar: 'يسعدنا أن نراك من جديد.',
          },
        },
      ],
    },
    {
      showIf: "reason = 'unneeded'",
      items: [
        {
          kind: 'statement',
          text: {
            en: 'It was good to have you with us.',
            de: 'Es war schön, dass Sie bei uns waren.',
            'zh-Hans': '很高兴有您一路相伴。',
            ar: 'سعدنا بوجودك معنا.',
          },
        },
      ],
    },
    {
      items: [
        {
          kind: 'statement',
          text: {
            en: 'We are sorry that it did not work out.',
            de: 'Schade, dass es nicht gepasst hat.',
            'zh-Hans': '很遗憾没能让您满意。',
            ar: 'نأسف لأننا لم نلبِّ توقعاتك.',
          },
        },
      ],
    },
  ],
};
