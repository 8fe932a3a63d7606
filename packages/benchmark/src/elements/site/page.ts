/** The page of a subject as it stands before the script comes. */
import type { Subject } from '../subjects.ts';

/** What the text around the questions says: what moves when a question takes its place. */
const TEXT = 'Your order has arrived at our warehouse and will be on its way to you this afternoon.';

/** @param count how many questions it holds */
export function renderPage({ id, markup }: Subject, count: number, hasStyles: boolean): string {
  const holders = Array.from({ length: count }, (_, index) => {
    const inside = markup?.(index) ?? '';
    return `<div class="holder" id="${holderId(index)}">${inside}</div><p>${TEXT}</p>`;
  });
  const styles = hasStyles ? `<link rel="stylesheet" href="/${id}.css">` : '';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Benchmark</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">${styles}</head>
<body><h1>Thank you for your order</h1><p>${TEXT}</p>${holders.join('\n')}</body></html>`;
}

export const holderId = (index: number): string => `holder-${index}`;
