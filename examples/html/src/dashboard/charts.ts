/**
 * Small charts in SVG. They use attributes only, because the policy of the page forbids inline styles. They run from left
 * to right, and the style sheet mirrors them in Arabic. The text next to a chart contains all of its data.
 */
import { html, nothing, svg, type TemplateResult } from 'lit';

export interface IntervalChart {
  /** Ends of the scale. */
  min: number;
  max: number;
  score: number;
  /** Bounds of the 95 % interval. `null` without an interval. */
  low: number | null;
  high: number | null;
}

/** Renders a scale with the score as a point and its interval, if any, as a whisker. */
export function renderInterval({ min, max, score, low, high }: IntervalChart): TemplateResult {
  const at = (value: number): string => percent((value - min) / (max - min));
  const middle = (min + max) / 2;
  return html`<svg class="chart interval" height="28" aria-hidden="true">
    ${svg`<rect class="scale-line" x="0" y="13" width="100%" height="2" rx="1" />
      ${[min, middle, max].map((value) => svg`<rect class="tick" x=${at(value)} y="9" width="1" height="10" />`)}
      ${low === null || high === null ? nothing : renderWhisker(at(low), percent((high - low) / (max - min)))}
      <circle class="point" cx=${at(score)} cy="14" r="7" />`}
  </svg>`;
}

function renderWhisker(x: string, width: string): TemplateResult {
  return svg`<rect class="whisker" x=${x} y="11" width=${width} height="6" rx="3" />`;
}

/** Renders the parts of a whole next to each other. The name of a part is its class. */
export function renderStack(parts: readonly { name: string; share: number }[]): TemplateResult {
  let from = 0;
  const rects = parts.map(({ name, share }) => {
    const rect = svg`<rect class=${name} x=${percent(from)} y="0" width=${percent(share)} height="100%" />`;
    from += share;
    return rect;
  });
  return html`<svg class="chart stack" height="20" aria-hidden="true">${rects}</svg>`;
}

/** Renders a bar on its track. */
export function renderBar(share: number, isStrong = true): TemplateResult {
  return html`<svg class="chart bar" height="10" aria-hidden="true">
    ${svg`<rect class="track" width="100%" height="10" rx="5" />
      ${share > 0 ? svg`<rect class=${isStrong ? 'strong' : 'weak'} width=${percent(share)} height="10" rx="5" />` : nothing}`}
  </svg>`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)}%`;
}
