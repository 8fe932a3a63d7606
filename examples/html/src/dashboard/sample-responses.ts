/** Sample responses for an empty dashboard. Their context has the channel `sample`. */
import { createRecord, type Answer, type ResponseRecord } from '@heed/core';

const ENDPOINT = '/feedback';
const DAY_MS = 86_400_000;
const RANDOM_BYTES = 10;

type SampleResponse = Pick<ResponseRecord, 'survey' | 'answers'> & { locale: string };

/** The number of responses with each value: NPS from 0 to 10, CSAT from 1 to 5, CES from 1 to 7. */
const NPS_COUNTS = [0, 0, 1, 0, 0, 1, 2, 3, 5, 6, 5];
const CSAT_COUNTS = [1, 2, 4, 14, 19];
const CES_COUNTS = [1, 1, 2, 3, 7, 12, 10];
const COMPLAINT_COUNTS = { delivery: 8, 'product-quality': 5, 'waiting-time': 3, billing: 2, website: 1 };
const CANCELLATION_COUNTS = { delivery: 7, price: 4, mistake: 3, elsewhere: 2 };

const NPS_COMMENTS: readonly [score: number, text: string, locale: string][] = [
  [10, 'The blanket is even softer than the last one.', 'en'],
  [9, '包装很用心，杯子一点都没有磕碰。', 'zh-Hans'],
  [9, 'Schnell da, und die Kerze riecht wunderbar.', 'de'],
  [6, 'Shipping cost more than I expected.', 'en'],
  [10, 'جودة ممتازة وتغليف جميل.', 'ar'],
];
const CSAT_COMMENTS: readonly [score: number, text: string, locale: string][] = [
  [5, 'Rang the bell and waited for me. Thank you.', 'en'],
  [3, 'Der Fahrer war früher da als angekündigt.', 'de'],
  [5, '配送員很有禮貌。', 'zh-Hant'],
];
const CANCELLATION_COMMENTS: readonly [reason: string, text: string, locale: string][] = [
  ['delivery', 'I needed it for a birthday on Saturday.', 'en'],
  ['price', 'Der Versand war teurer als die Kerze.', 'de'],
];
const COMPLAINT_COMMENTS: readonly [category: string, text: string, locale: string][] = [
  ['delivery', 'The parcel was left in the rain and the box came apart.', 'en'],
  ['product-quality', 'Eine Tasse hat einen Riss am Henkel.', 'de'],
  ['delivery', 'ينقص الطلب شمعة واحدة.', 'ar'],
  ['billing', '同一笔订单扣款两次。', 'zh-Hans'],
];

/** Posts the samples one after the other, oldest first. Their dates are spread over the last four weeks. */
export async function postSamples(): Promise<void> {
  const samples = interleave(
    createNpsSamples(),
    createCsatSamples(),
    createComplaintSamples(),
    createCesSamples(),
    createCancellationSamples(),
  );
  const start = Date.now() - 28 * DAY_MS;
  for (const [index, sample] of samples.entries()) {
    await post(sample, start + (28 * DAY_MS * index) / samples.length);
  }
}

async function post({ survey, answers, locale }: SampleResponse, time: number): Promise<void> {
  const context = { locale, channel: 'sample' };
  const random = crypto.getRandomValues(new Uint8Array(RANDOM_BYTES));
  await fetch(ENDPOINT, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(createRecord({ survey, answers, context }, time, random)),
  });
}

function createNpsSamples(): SampleResponse[] {
  return createScoreSamples('checkout', 'nps', repeatValues(NPS_COUNTS, 0), NPS_COMMENTS);
}

function createCsatSamples(): SampleResponse[] {
  return createScoreSamples('delivery', 'csat', repeatValues(CSAT_COUNTS, 1), CSAT_COMMENTS);
}

function createCesSamples(): SampleResponse[] {
  return repeatValues(CES_COUNTS, 1).map((value) => ({
    survey: 'ordering',
    answers: [{ name: 'ces', kind: 'ces', value }],
    locale: 'en',
  }));
}

function createComplaintSamples(): SampleResponse[] {
  return createChoiceSamples('complaint', ['category', 'details'], COMPLAINT_COUNTS, COMPLAINT_COMMENTS);
}

function createCancellationSamples(): SampleResponse[] {
  return createChoiceSamples(
    'cancellation',
    ['reason', 'change'],
    CANCELLATION_COUNTS,
    CANCELLATION_COMMENTS,
  );
}

function createChoiceSamples(
  survey: string,
  [choice, text]: [choice: string, text: string],
  counts: Readonly<Record<string, number>>,
  comments: readonly [string, string, string][],
): SampleResponse[] {
  const values = Object.entries(counts).flatMap(([value, count]) => Array<string>(count).fill(value));
  return addComments(values, comments).map(([value, comment, locale]) => {
    const answers: Answer[] = [
      { name: choice, kind: 'choice', value },
      { name: text, kind: 'text', value: comment },
    ];
    return { survey, answers, locale };
  });
}

function createScoreSamples(
  survey: string,
  kind: 'nps' | 'csat',
  values: readonly number[],
  comments: readonly [number, string, string][],
): SampleResponse[] {
  return addComments(values, comments).map(([value, comment, locale]) => {
    const answers: Answer[] = [
      { name: kind, kind, value },
      { name: `${kind}-comment`, kind: 'text', value: comment },
    ];
    return { survey, answers, locale };
  });
}

/** Repeats each value by its count, in an order without a visible pattern. */
function repeatValues(counts: readonly number[], first: number): number[] {
  const values = counts.flatMap((count, index) => Array<number>(count).fill(first + index));
  const step = 7;
  return values.map((_, index) => values[(index * step) % values.length] ?? first);
}

/** Assigns each comment to a response with its value. These responses go last, where the dashboard shows them. */
function addComments<Value>(
  values: readonly Value[],
  comments: readonly (readonly [Value, string, string])[],
): [Value, string | null, string][] {
  const rest = [...values];
  for (const [value] of comments) rest.splice(rest.indexOf(value), 1);
  return [
    ...rest.map((value): [Value, null, string] => [value, null, 'en']),
    ...comments.map((each) => [...each] as [Value, string, string]),
  ];
}

/** Takes responses from each list in turn, so that all lists end at the same time. */
function interleave(...lists: SampleResponse[][]): SampleResponse[] {
  const most = Math.max(...lists.map(({ length }) => length));
  return lists
    .flatMap((list) => list.map((sample, index) => ({ sample, at: index + most - list.length })))
    .toSorted((a, b) => a.at - b.at)
    .map(({ sample }) => sample);
}
