/** What the same two small apps look like from outside, whichever framework they are written in. */
import type { ResponseRecord } from '@heed/core';

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

export interface AloneProps {
  customer: string;
  onRecord(record: ResponseRecord): void;
}

/** An app in the page. */
export interface Mounted<Props> {
  update(change: Partial<Props>): Promise<void>;
  unmount(): void;
}

export type Mount<Props> = (host: Element, props: Props) => Promise<Mounted<Props>>;
