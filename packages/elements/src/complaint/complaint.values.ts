/** What a visitor entered so far; an empty text where nothing was. */
export interface ComplaintValues {
  category: string;
  severity: string;
  details: string;
  order: string;
  remedy: string;
  contact: string;
  /** The team may contact the visitor. */
  consent: boolean;
}

export const EMPTY: ComplaintValues = {
  category: '',
  severity: '',
  details: '',
  order: '',
  remedy: '',
  contact: '',
  consent: false,
};

export const CATEGORIES = [
  'waiting-time',
  'product-quality',
  'delivery',
  'staff',
  'billing',
  'after-sales',
  'website',
  'other',
] as const;
export const SEVERITIES = ['minor', 'moderate', 'severe'] as const;
export const REMEDIES = ['refund', 'exchange', 'repair', 'apology', 'callback', 'other'] as const;

/** Values from what a browser or a draft kept, which may be anything: members of another type are left out. */
export function readValues(kept: unknown): ComplaintValues {
  const source = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>;
  const entries = Object.entries(EMPTY).map(([name, empty]) => {
    const value = source[name];
    return [name, typeof value === typeof empty ? value : empty];
  });
  return Object.fromEntries(entries) as ComplaintValues;
}
