/** Texts that a page would contain, in each language of the gallery. */
export interface Texts {
  reasons: Record<string, string>;
  statements: Record<string, string>;
  comment: string;
  followUp: string;
  welcome: string;
  ending: string;
  /** Contains the answer `{{nps}}`. */
  recalled: string;
}

export const TEXTS: Record<string, Texts> = {
  en: {
    reasons: { price: 'Price', delivery: 'Fast delivery', quality: 'Quality of the goods', advice: 'Advice' },
    statements: {
      speed: 'The reply came quickly.',
      courtesy: 'I was treated with respect.',
      result: 'My request was settled.',
    },
    comment: 'The parcel came a day early, well packed.',
    followUp: 'What is the main reason for your score?',
    welcome: 'Two questions, about a minute.',
    ending: 'We will read your answers on Monday.',
    recalled: 'You gave {{nps|–}} of 10. Why?',
  },
  de: {
    reasons: {
      price: 'Preis',
      delivery: 'Schnelle Lieferung',
      quality: 'Qualität der Waren',
      advice: 'Beratung',
    },
    statements: {
      speed: 'Die Antwort kam schnell.',
      courtesy: 'Man hat mich respektvoll behandelt.',
      result: 'Mein Anliegen wurde erledigt.',
    },
    comment: 'Das Paket kam einen Tag früher und war gut verpackt.',
    followUp: 'Was ist der wichtigste Grund für Ihre Bewertung?',
    welcome: 'Zwei Fragen, etwa eine Minute.',
    ending: 'Das Team liest Ihre Antworten am Montag.',
    recalled: 'Sie haben {{nps|–}} von 10 Punkten gegeben. Warum?',
  },
  'zh-Hans': {
    reasons: { price: '价格', delivery: '送货快', quality: '商品质量', advice: '咨询服务' },
    statements: { speed: '回复很及时。', courtesy: '我受到了尊重。', result: '我的问题得到了解决。' },
    comment: '包裹提前一天到达，包装完好。',
    followUp: '您打这个分数的主要原因是什么？',
    welcome: '两个问题，大约一分钟。',
    ending: '团队会在周一阅读您的回答。',
    recalled: '您打了 {{nps|–}} 分（满分 10 分）。为什么？',
  },
  ar: {
    reasons: { price: 'السعر', delivery: 'سرعة التوصيل', quality: 'جودة المنتجات', advice: 'المشورة' },
    statements: {
      speed: 'وصلني الرد بسرعة.',
      courtesy: 'عوملت باحترام.',
      result: 'تمت تسوية طلبي.',
    },
    comment: 'وصل الطرد قبل موعده بيوم وكان مغلفًا جيدًا.',
    followUp: 'ما السبب الرئيسي لتقييمك؟',
    welcome: 'سؤالان، نحو دقيقة واحدة.',
    ending: 'يقرأ الفريق إجاباتك يوم الاثنين.',
    recalled: 'لقد منحتنا {{nps|–}} من 10. لماذا؟',
  },
};
