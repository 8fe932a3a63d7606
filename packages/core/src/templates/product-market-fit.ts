import type { SurveyDefinition } from '../survey/definition.ts';

/**
 * The product-market fit survey of Sean Ellis, with his question and four answers. His benchmark for a product that
 * fits its market is 40 % "very disappointed" among current users (S. Ellis, M. Brown, "Hacking Growth", 2017,
 * chapter 2). It is a rule of thumb from about a hundred start-ups. Ask users who know the product, and exclude
 * `gone` from the share. The query parameter `product` (a display name) is supported.
 */
export const PRODUCT_MARKET_FIT: SurveyDefinition = {
  v: 1,
  survey: 'product-market-fit',
  prefill: ['product'],
  hidden: { product: '' },
  steps: [
    {
      goTo: "instead if feeling in ['not', 'gone']",
      items: [
        {
          kind: 'choice',
          name: 'feeling',
          display: 'list',
          required: true,
          question: {
            en: 'How would you feel if you could no longer use {{product|this product}}?',
            de: 'Wie würden Sie sich fühlen, wenn Sie {{product|dieses Produkt}} nicht mehr nutzen könnten?',
            'zh-Hans': '如果无法再使用{{product|本产品}}，您会有什么感受？',
            ar: 'كيف سيكون شعورك لو لم يعد بإمكانك استخدام {{product|هذا المنتج}}؟',
          },
          options: [
            {
              value: 'very',
              label: {
                en: 'Very disappointed',
                de: 'Sehr enttäuscht',
                'zh-Hans': '非常失望',
                ar: 'خيبة أمل كبيرة',
              },
            },
            {
              value: 'somewhat',
              label: {
                en: 'Somewhat disappointed',
                de: 'Etwas enttäuscht',
                'zh-Hans': '有些失望',
                ar: 'بعض خيبة الأمل',
              },
            },
            {
              value: 'not',
              label: {
                en: 'Not disappointed: it is not that useful to me',
                de: 'Nicht enttäuscht: So nützlich ist es für mich nicht',
                'zh-Hans': '不失望：它对我没有那么有用',
                ar: 'لن يخيب أملي: فهو ليس مفيدًا لي إلى هذا الحد',
              },
            },
            {
              value: 'gone',
              label: {
                en: 'I do not use it any more',
                de: 'Ich nutze es nicht mehr',
                'zh-Hans': '我已经不再使用',
                ar: 'لم أعد أستخدمه',
              },
            },
          ],
        },
      ],
    },
    {
      items: [
        {
          kind: 'text',
          name: 'benefit',
          type: 'long',
          question: {
            en: 'What is the main benefit that you get from it?',
            de: 'Was ist für Sie der wichtigste Nutzen?',
            'zh-Hans': '它给您带来的最大好处是什么？',
            ar: 'ما أهم فائدة تحصل عليها منه؟',
          },
        },
      ],
    },
    {
      items: [
        {
          kind: 'text',
          name: 'audience',
          type: 'long',
          question: {
            en: 'What kind of people would benefit from it most?',
            de: 'Wem würde es am meisten nützen?',
            'zh-Hans': '哪类人最能从中受益？',
            ar: 'من أكثر الناس استفادة منه؟',
          },
        },
      ],
    },
    {
      goTo: 'end',
      items: [
        {
          kind: 'text',
          name: 'improve',
          type: 'long',
          question: {
            en: 'How can we improve it for you?',
            de: 'Was können wir für Sie besser machen?',
            'zh-Hans': '我们怎样才能为您改进它？',
            ar: 'كيف يمكننا تحسينه من أجلك؟',
          },
        },
      ],
    },
    {
      items: [
        {
          kind: 'text',
          name: 'instead',
          type: 'long',
          question: {
            en: 'What do you use instead?',
            de: 'Was nutzen Sie stattdessen?',
            'zh-Hans': '您现在用什么代替它？',
            ar: 'ماذا تستخدم بدلًا منه؟',
          },
        },
      ],
    },
  ],
  endings: [
    {
      showIf: "feeling = 'very'",
      items: [
        {
          kind: 'statement',
          text: {
            en: 'It is good to know what you would miss.',
            de: 'Gut zu wissen, was Ihnen fehlen würde.',
            'zh-Hans': '了解您看重什么，对我们很重要。',
            ar: 'من الجيد أن نعرف ما الذي ستفتقده.',
          },
        },
      ],
    },
    {
      showIf: "feeling = 'gone'",
      items: [
        {
          kind: 'statement',
          text: {
            en: 'It helps us that you answered all the same.',
            de: 'Es hilft uns, dass Sie trotzdem geantwortet haben.',
            'zh-Hans': '您仍然抽时间回答，这对我们很有帮助。',
            ar: 'يساعدنا أنك أجبت رغم ذلك.',
          },
        },
      ],
    },
    {
      items: [
        {
          kind: 'statement',
          text: {
            en: 'Your answer tells us what to work on.',
            de: 'Ihre Antwort sagt uns, woran wir arbeiten müssen.',
            'zh-Hans': '您的回答让我们知道该在哪里努力。',
            ar: 'إجابتك تخبرنا بما يجب أن نعمل عليه.',
          },
        },
      ],
    },
  ],
};
