import type { SurveyDefinition } from '../survey/definition.ts';
import { CONTACT } from './contact.ts';

/**
 * The handling of a complaint, after it is closed. The statements cover the three kinds of justice that decide
 * whether a customer stays: of the outcome, of the procedure and of the interaction (S. S. Tax, S. W. Brown, M.
 * Chandrashekaran, "Customer evaluations of service complaint experiences", Journal of Marketing 62, 1998). The texts
 * are Heed's own. The query parameter `reference` (the number of the complaint) is supported.
 */
export const COMPLAINT_FOLLOW_UP: SurveyDefinition = {
  v: 1,
  survey: 'complaint-follow-up',
  prefill: ['reference'],
  hidden: { reference: '' },
  heading: {
    en: 'Your complaint {{reference|}}',
    de: 'Ihre Beschwerde {{reference|}}',
    'zh-Hans': '您的投诉 {{reference|}}',
    ar: 'شكواك {{reference|}}',
  },
  steps: [
    {
      items: [
        {
          kind: 'choice',
          name: 'solved',
          display: 'segments',
          required: true,
          question: {
            en: 'Has what you complained about been put right?',
            de: 'Ist behoben, worüber Sie sich beschwert haben?',
            'zh-Hans': '您投诉的问题解决了吗？',
            ar: 'هل أُصلح ما اشتكيت منه؟',
          },
          options: [
            { value: 'yes', label: { en: 'Yes', de: 'Ja', 'zh-Hans': '已解决', ar: 'نعم' } },
            { value: 'partly', label: { en: 'Partly', de: 'Teilweise', 'zh-Hans': '部分解决', ar: 'جزئيًا' } },
            { value: 'no', label: { en: 'No', de: 'Nein', 'zh-Hans': '未解决', ar: 'لا' } },
          ],
        },
      ],
    },
    {
      items: [
        {
          kind: 'csat',
          name: 'handling',
          required: true,
          question: {
            en: 'How satisfied are you with the way we dealt with it?',
            de: 'Wie zufrieden sind Sie mit der Bearbeitung Ihrer Beschwerde?',
            'zh-Hans': '您对我们的处理方式满意吗？',
            ar: 'ما مدى رضاك عن طريقة تعاملنا مع الأمر؟',
          },
        },
      ],
    },
    {
      showIf: 'handling <= 3',
      items: [
        {
          kind: 'matrix',
          name: 'fairness',
          max: 5,
          statements: [
            {
              name: 'result',
              text: {
                en: 'The result was fair.',
                de: 'Das Ergebnis war fair.',
                'zh-Hans': '结果是公平的。',
                ar: 'كانت النتيجة عادلة.',
              },
            },
            {
              name: 'speed',
              text: {
                en: 'It went as quickly as it could.',
                de: 'Es ging so schnell wie möglich.',
                'zh-Hans': '处理得足够快。',
                ar: 'تم الأمر بأسرع ما يمكن.',
              },
            },
            {
              name: 'reasons',
              text: {
                en: 'I was told the reasons.',
                de: 'Mir wurden die Gründe genannt.',
                'zh-Hans': '向我说明了原因。',
                ar: 'شُرحت لي الأسباب.',
              },
            },
            {
              name: 'respect',
              text: {
                en: 'I was treated with respect.',
                de: 'Ich wurde mit Respekt behandelt.',
                'zh-Hans': '我受到了尊重。',
                ar: 'عوملت باحترام.',
              },
            },
          ],
        },
      ],
    },
    {
      showIf: "solved != 'yes' or handling <= 3",
      items: [
        {
          kind: 'text',
          name: 'open',
          type: 'long',
          question: {
            en: 'What should still be done?',
            de: 'Was sollte noch geschehen?',
            'zh-Hans': '您认为还应该做些什么？',
            ar: 'ما الذي ينبغي فعله بعد؟',
          },
        },
        ...CONTACT,
      ],
    },
  ],
  endings: [
    {
      showIf: 'contact',
      items: [
        {
          kind: 'statement',
          text: {
            en: 'We will take it up again and contact you.',
            de: 'Wir nehmen uns der Sache noch einmal an und melden uns bei Ihnen.',
            'zh-Hans': '我们会重新处理并与您联系。',
            ar: 'سنعيد النظر في الأمر ونتواصل معك.',
          },
        },
      ],
    },
    {
      showIf: "solved = 'yes' and handling >= 4",
      items: [
        {
          kind: 'statement',
          text: {
            en: 'We are glad that we could put it right.',
            de: 'Schön, dass wir es in Ordnung bringen konnten.',
            'zh-Hans': '很高兴问题得到了解决。',
            ar: 'يسعدنا أننا تمكنّا من إصلاح الأمر.',
          },
        },
      ],
    },
    {
      items: [
        {
          kind: 'statement',
          text: {
            en: 'Your answer shows us how to deal with complaints better.',
            de: 'Ihre Antwort zeigt uns, wie wir mit Beschwerden besser umgehen.',
            'zh-Hans': '您的回答让我们知道如何更好地处理投诉。',
            ar: 'إجابتك ترينا كيف نتعامل مع الشكاوى بشكل أفضل.',
          },
        },
      ],
    },
  ],
};
