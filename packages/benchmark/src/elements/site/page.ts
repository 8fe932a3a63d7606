/** Renders the page of a subject without its script. */
import type { Subject } from '../subjects.ts';

/** The text around the questions, which moves when a question appears. */
const TEXT = 'Your order has arrived at our warehouse and will be on its way to you this afternoon.';

/** @param count The number of questions. */
export function renderPage({ id, markup }: Subject, count: number, hasStyles: boolean): string {
  const containers = Array.from({ length: count }, (_, index) => {
    const inside = markup?.(index) ?? '';
    return `<div class="container" id="${containerId(index)}">${inside}</div><p>${TEXT}</p>`;
  });
  const styles = hasStyles ? `<link rel="stylesheet" href="/${id}.css">` : '';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Benchmark</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">${styles}</head>
<body><h1>Thank you for your order</h1><p>${TEXT}</p>${containers.join('\n')}</body></html>`;
}

export const containerId = (index: number): string => `container-${index}`;
