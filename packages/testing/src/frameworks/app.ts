/** What the same two small apps look like from outside, whichever framework they are written in. */
import type { Answer, ResponseRecord, Rows } from '@heed/core';

export interface Answers {
  recommend: number | null;
  satisfaction: number | null;
  why: string | null;
}

export interface FormProps {
  start: Answers;
  disabled: boolean;
  onSend(data: FormData): void;
}

/** What has another value than a number or a text. */
export interface Details {
  reasons: string | readonly string[] | null;
  service: Rows | null;
  contact: boolean;
}

export interface DetailsProps {
  start: Details;
  /** The reasons that can be chosen: value and words. */
  options: Record<string, string>;
}

export interface ComplaintProps {
  start: Answer[] | null;
}

export interface StandaloneProps {
  customer: string;
  onRecord(record: ResponseRecord): void;
}

/** An app in the page. */
export interface Mounted<Props> {
  update(change: Partial<Props>): Promise<void>;
  unmount(): void;
}

export type Mount<Props> = (host: Element, props: Props) => Promise<Mounted<Props>>;
