import type { SurveyDefinition } from '../survey/definition.ts';
import { CONTACT } from './contact.ts';

/** The relational NPS, asked at intervals rather than after an event, with a follow-up question for each group. */
export const NPS_RELATIONAL: SurveyDefinition = {
  v: 1,
  survey: 'nps-relational',
  steps: [
    { items: [{ kind: 'nps', name: 'recommend', required: true }] },
    {
      showIf: 'recommend <= 6',
      items: [
        {
          kind: 'text',
          name: 'disappointed',
          type: 'long',
          question: {
            en: 'You gave {{recommend}} of 10. What disappointed you most?',
            de: 'Sie haben {{recommend}} von 10 Punkten gegeben. Was hat Sie am meisten enttäuscht?',
            'zh-Hans': '您打了 {{recommend}} 分（满分 10 分）。最让您失望的是什么？',
            ar: 'لقد منحتنا {{recommend}} من 10. ما أكثر ما خيّب أملك؟',
          },
        },
      ],
    },
    {
      showIf: 'recommend in [7, 8]',
      items: [
        {
          kind: 'text',
          name: 'missing',
          type: 'long',
          question: {
            en: 'You gave {{recommend}} of 10. What is missing?',
            de: 'Sie haben {{recommend}} von 10 Punkten gegeben. Was fehlt noch?',
            'zh-Hans': '您打了 {{recommend}} 分（满分 10 分）。还缺少什么？',
            ar: 'لقد منحتنا {{recommend}} من 10. ما الذي ينقصنا؟',
          },
        },
      ],
    },
    {
      showIf: 'recommend >= 9',
      items: [
        {
          kind: 'text',
          name: 'best',
          type: 'long',
          question: {
            en: 'What do you value most about us?',
            de: 'Was schätzen Sie an uns am meisten?',
            'zh-Hans': '您最看重我们的哪一点？',
            ar: 'ما أكثر ما تقدّره فينا؟',
          },
        },
      ],
    },
    { showIf: 'recommend <= 6', items: CONTACT },
  ],
  endings: [
    {
      showIf: 'contact',
      items: [
        {
          kind: 'statement',
          text: {
            en: 'Somebody from our team will contact you.',
            de: 'Jemand aus unserem Team meldet sich bei Ihnen.',
            'zh-Hans': '我们的团队会与您联系。',
            ar: 'سيتواصل معك أحد أفراد فريقنا.',
          },
        },
      ],
    },
    {
      showIf: 'recommend <= 6',
      items: [
        {
          kind: 'statement',
          text: {
            en: 'Honest words help us most. We want to do better.',
            de: 'Offene Worte helfen uns am meisten. Wir wollen besser werden.',
            'zh-Hans': '坦诚的意见对我们帮助最大。我们希望做得更好。',
            ar: 'الصراحة أكثر ما يفيدنا. نريد أن نكون أفضل.',
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
            en: 'We are glad that you would recommend us.',
            de: 'Wir freuen uns, dass Sie uns weiterempfehlen würden.',
            'zh-Hans': '您愿意推荐我们，我们非常高兴。',
            ar: 'يسعدنا أنك مستعد للتوصية بنا.',
          },
        },
      ],
    },
    {
      items: [
        {
          kind: 'statement',
          text: {
            en: 'Your answer helps us see what is missing.',
            de: 'Ihre Antwort hilft uns zu sehen, was noch fehlt.',
            'zh-Hans': '您的回答帮助我们发现不足。',
            ar: 'إجابتك تساعدنا على معرفة ما ينقصنا.',
          },
        },
      ],
    },
  ],
};
