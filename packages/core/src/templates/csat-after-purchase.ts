import type { SurveyDefinition } from '../survey/definition.ts';
import { CONTACT } from './contact.ts';

/**
 * Satisfaction after a purchase, with a follow-up question about problems. The query parameter `order` is supported.
 */
export const CSAT_AFTER_PURCHASE: SurveyDefinition = {
  v: 1,
  survey: 'csat-after-purchase',
  prefill: ['order'],
  hidden: { order: '' },
  steps: [
    { items: [{ kind: 'csat', name: 'satisfaction', required: true }] },
    {
      showIf: 'satisfaction <= 3',
      items: [
        {
          kind: 'choice',
          name: 'trouble',
          multiple: true,
          other: true,
          question: {
            en: 'What was not as it should be?',
            de: 'Was war nicht so, wie es sein sollte?',
            'zh-Hans': '哪些方面不尽如人意？',
            ar: 'ما الذي لم يكن كما ينبغي؟',
          },
          options: [
            {
              value: 'product',
              label: { en: 'The product', de: 'Das Produkt', 'zh-Hans': '商品本身', ar: 'المنتج' },
            },
            {
              value: 'description',
              label: {
                en: 'Not as described',
                de: 'Anders als beschrieben',
                'zh-Hans': '与描述不符',
                ar: 'لا يطابق الوصف',
              },
            },
            { value: 'price', label: { en: 'The price', de: 'Der Preis', 'zh-Hans': '价格', ar: 'السعر' } },
            {
              value: 'ordering',
              label: {
                en: 'Ordering and paying',
                de: 'Bestellen und Bezahlen',
                'zh-Hans': '下单和付款',
                ar: 'الطلب والدفع',
              },
            },
            {
              value: 'delivery',
              label: { en: 'The delivery', de: 'Die Lieferung', 'zh-Hans': '配送', ar: 'التوصيل' },
            },
            {
              value: 'advice',
              label: {
                en: 'Help and advice',
                de: 'Hilfe und Beratung',
                'zh-Hans': '帮助和咨询',
                ar: 'المساعدة والإرشاد',
              },
            },
          ],
        },
      ],
    },
    {
      showIf: 'satisfaction <= 4',
      items: [
        {
          kind: 'text',
          name: 'better',
          type: 'long',
          question: {
            en: 'You gave {{satisfaction}} of 5. What would have made it a 5?',
            de: 'Sie haben {{satisfaction}} von 5 Punkten gegeben. Was hat zu 5 Punkten gefehlt?',
            'zh-Hans': '您打了 {{satisfaction}} 分（满分 5 分）。怎样才能让您打 5 分？',
            ar: 'لقد منحتنا {{satisfaction}} من 5. ما الذي كان سيجعلها 5؟',
          },
        },
      ],
    },
    {
      showIf: 'satisfaction = 5',
      items: [
        {
          kind: 'text',
          name: 'best',
          type: 'long',
          question: {
            en: 'What did you like best?',
            de: 'Was hat Ihnen am besten gefallen?',
            'zh-Hans': '您最喜欢哪一点？',
            ar: 'ما أكثر شيء أعجبك؟',
          },
        },
      ],
    },
    { showIf: 'satisfaction <= 2', items: CONTACT },
  ],
  endings: [
    {
      showIf: 'contact',
      items: [
        {
          kind: 'statement',
          text: {
            en: 'Somebody from our team will contact you about your purchase.',
            de: 'Jemand aus unserem Team meldet sich bei Ihnen zu Ihrem Einkauf.',
            'zh-Hans': '我们的团队会就您的这次购买与您联系。',
            ar: 'سيتواصل معك أحد أفراد فريقنا بشأن مشترياتك.',
          },
        },
      ],
    },
    {
      showIf: 'satisfaction <= 3',
      items: [
        {
          kind: 'statement',
          text: {
            en: 'Your answer shows us what to put right.',
            de: 'Ihre Antwort zeigt uns, was wir in Ordnung bringen müssen.',
            'zh-Hans': '您的回答让我们知道该改进什么。',
            ar: 'إجابتك ترينا ما يجب أن نصلحه.',
          },
        },
      ],
    },
    {
      items: [
        {
          kind: 'statement',
          text: {
            en: 'We are glad that it went well.',
            de: 'Schön, dass es gut gelaufen ist.',
            'zh-Hans': '很高兴一切顺利。',
            ar: 'يسعدنا أن الأمور سارت على ما يرام.',
          },
        },
      ],
    },
  ],
};
