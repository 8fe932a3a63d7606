import type { SurveyDefinition } from '../survey/definition.ts';
import { CONTACT } from './contact.ts';

/** The effort of a support request, and what is still unresolved. The query parameter `ticket` is supported. */
export const CES_AFTER_SUPPORT: SurveyDefinition = {
  v: 1,
  survey: 'ces-after-support',
  prefill: ['ticket'],
  hidden: { ticket: '' },
  steps: [
    { items: [{ kind: 'ces', name: 'ease', required: true }] },
    {
      showIf: 'ease <= 4',
      items: [
        {
          kind: 'choice',
          name: 'obstacles',
          multiple: true,
          other: true,
          question: {
            en: 'What made it hard?',
            de: 'Was hat es schwierig gemacht?',
            'zh-Hans': '哪些地方让您觉得费力？',
            ar: 'ما الذي جعل الأمر صعبًا؟',
          },
          options: [
            {
              value: 'waiting',
              label: {
                en: 'I had to wait',
                de: 'Ich musste warten',
                'zh-Hans': '需要等待',
                ar: 'اضطررت إلى الانتظار',
              },
            },
            {
              value: 'repeating',
              label: {
                en: 'I had to explain it several times',
                de: 'Ich musste es mehrmals erklären',
                'zh-Hans': '需要多次说明',
                ar: 'اضطررت إلى الشرح أكثر من مرة',
              },
            },
            {
              value: 'searching',
              label: {
                en: 'I did not find the right place to ask',
                de: 'Ich wusste nicht, an wen ich mich wenden soll',
                'zh-Hans': '不知道该找谁',
                ar: 'لم أجد الجهة المناسبة لأسألها',
              },
            },
            {
              value: 'unclear',
              label: {
                en: 'The answer was hard to understand',
                de: 'Die Antwort war schwer zu verstehen',
                'zh-Hans': '答复难以理解',
                ar: 'كان الرد صعب الفهم',
              },
            },
          ],
        },
      ],
    },
    {
      items: [
        {
          kind: 'choice',
          name: 'solved',
          display: 'segments',
          required: true,
          question: {
            en: 'Is your issue solved?',
            de: 'Ist Ihr Anliegen geklärt?',
            'zh-Hans': '您的问题解决了吗？',
            ar: 'هل حُلّت مشكلتك؟',
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
      showIf: "solved != 'yes'",
      items: [
        {
          kind: 'text',
          name: 'open',
          type: 'long',
          question: {
            en: 'What is still open?',
            de: 'Was ist noch offen?',
            'zh-Hans': '还有什么没有解决？',
            ar: 'ما الذي لم يُحلّ بعد؟',
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
            en: 'We will come back to you about what is still open.',
            de: 'Wir melden uns bei Ihnen zu dem, was noch offen ist.',
            'zh-Hans': '我们会就尚未解决的问题与您联系。',
            ar: 'سنعود إليك بشأن ما لم يُحلّ بعد.',
          },
        },
      ],
    },
    {
      showIf: 'ease <= 4',
      items: [
        {
          kind: 'statement',
          text: {
            en: 'We are sorry that it took so much effort.',
            de: 'Es tut uns leid, dass es so mühsam war.',
            'zh-Hans': '很抱歉让您费了这么多周折。',
            ar: 'نأسف لأن الأمر تطلّب كل هذا الجهد.',
          },
        },
      ],
    },
    {
      items: [
        {
          kind: 'statement',
          text: {
            en: 'We are glad that it was easy.',
            de: 'Schön, dass es einfach war.',
            'zh-Hans': '很高兴得知整个过程很轻松。',
            ar: 'يسعدنا أن الأمر كان سهلًا.',
          },
        },
      ],
    },
  ],
};
