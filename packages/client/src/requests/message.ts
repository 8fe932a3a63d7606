/** What is posted. */
export interface Message {
  /** The id of the record: the key by which a receiver stores it. */
  readonly id: string;
  /** JSON, written once. */
  readonly body: string;
  /** Absent when there are none. */
  readonly files?: readonly File[] | undefined;
}
