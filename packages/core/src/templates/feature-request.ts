import type { SurveyDefinition } from '../survey/definition.ts';
import { CONTACT } from './contact.ts';

/**
 * The need behind a feature request: what the user wants to do, the current workaround and the importance. The query
 * parameter `feature` (the subject of the page) is supported.
 */
export const FEATURE_REQUEST: SurveyDefinition = {
  v: 1,
  survey: 'feature-request',
  prefill: ['feature'],
  hidden: { feature: '' },
  steps: [
    {
      items: [
        {
          kind: 'text',
          name: 'wish',
          type: 'long',
          required: true,
          question: {
            en: 'What would you like to be able to do?',
            de: 'Was möchten Sie tun können?',
            'zh-Hans': '您希望能够做什么？',
            ar: 'ما الذي تود أن تتمكن من فعله؟',
          },
        },
        { kind: 'attachment', name: 'pictures', accept: 'image/*,.pdf', shrink: 2000 },
      ],
    },
    {
      items: [
        {
          kind: 'text',
          name: 'today',
          type: 'long',
          hint: '{{wish}}',
          question: {
            en: 'How do you do that today?',
            de: 'Wie machen Sie das heute?',
            'zh-Hans': '您现在是怎么做的？',
            ar: 'كيف تفعل ذلك اليوم؟',
          },
        },
      ],
    },
    {
      items: [
        {
          kind: 'choice',
          name: 'importance',
          display: 'list',
          required: true,
          question: {
            en: 'How important is it to you?',
            de: 'Wie wichtig ist es Ihnen?',
            'zh-Hans': '这对您有多重要？',
            ar: 'ما مدى أهمية ذلك لك؟',
          },
          options: [
            {
              value: 'blocking',
              label: {
                en: 'I cannot do my work without it',
                de: 'Ohne das kann ich nicht arbeiten',
                'zh-Hans': '没有它我无法工作',
                ar: 'لا أستطيع العمل بدونه',
              },
            },
            {
              value: 'important',
              label: {
                en: 'It would save me a lot of time',
                de: 'Es würde mir viel Zeit sparen',
                'zh-Hans': '它会为我节省很多时间',
                ar: 'سيوفر عليّ وقتًا كثيرًا',
              },
            },
            {
              value: 'nice',
              label: {
                en: 'It would be nice to have',
                de: 'Es wäre schön',
                'zh-Hans': '有的话更好',
                ar: 'سيكون من الجيد توفره',
              },
            },
          ],
        },
      ],
    },
    {
      showIf: "importance != 'nice'",
      items: [
        {
          kind: 'choice',
          name: 'often',
          question: {
            en: 'How often would you use it?',
            de: 'Wie oft würden Sie es nutzen?',
            'zh-Hans': '您会多久使用一次？',
            ar: 'كم مرة ستستخدمه؟',
          },
          options: [
            { value: 'daily', label: { en: 'Every day', de: 'Täglich', 'zh-Hans': '每天', ar: 'كل يوم' } },
            {
              value: 'weekly',
              label: { en: 'Every week', de: 'Wöchentlich', 'zh-Hans': '每周', ar: 'كل أسبوع' },
            },
            {
              value: 'monthly',
              label: { en: 'Every month', de: 'Monatlich', 'zh-Hans': '每月', ar: 'كل شهر' },
            },
            {
              value: 'rarely',
              label: { en: 'Less often', de: 'Seltener', 'zh-Hans': '更少', ar: 'أقل من ذلك' },
            },
          ],
        },
      ],
    },
    { items: CONTACT },
  ],
  endings: [
    {
      showIf: 'contact',
      items: [
        {
          kind: 'statement',
          text: {
            en: 'We will write to you when we have a question, or news about it.',
            de: 'Wir schreiben Ihnen, wenn wir eine Frage haben oder es Neues dazu gibt.',
            'zh-Hans': '如有疑问或新进展，我们会写信给您。',
            ar: 'سنكتب إليك إذا كان لدينا سؤال أو جديد بهذا الشأن.',
          },
        },
      ],
    },
    {
      showIf: "importance = 'blocking'",
      items: [
        {
          kind: 'statement',
          text: {
            en: 'We look first at what keeps people from their work.',
            de: 'Was jemanden von der Arbeit abhält, sehen wir uns zuerst an.',
            'zh-Hans': '凡是妨碍工作的问题，我们会优先查看。',
            ar: 'ننظر أولًا في ما يمنع الناس من العمل.',
          },
        },
      ],
    },
    {
      items: [
        {
          kind: 'statement',
          text: {
            en: 'We read every wish.',
            de: 'Wir lesen jeden Wunsch.',
            'zh-Hans': '每一条建议我们都会阅读。',
            ar: 'نقرأ كل اقتراح.',
          },
        },
      ],
    },
  ],
};
