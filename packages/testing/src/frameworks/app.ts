/** The interface of the apps that every framework example implements. */
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

/** Answers of other types than number and string. */
export interface Details {
  reasons: string | readonly string[] | null;
  service: Rows | null;
  contact: boolean;
}

export interface DetailsProps {
  start: Details;
  /** Labels of the options by value. */
  options: Record<string, string>;
}

export interface ComplaintProps {
  start: Answer[] | null;
}

export interface StandaloneProps {
  customer: string;
  onRecord(record: ResponseRecord): void;
}

/** A mounted app. */
export interface Mounted<Props> {
  update(change: Partial<Props>): Promise<void>;
  unmount(): void;
}

export type Mount<Props> = (host: Element, props: Props) => Promise<Mounted<Props>>;
