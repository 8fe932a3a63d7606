/**
 * The reference endpoint for feedback, as a web-standard handler. Uses no module of a runtime; the stores
 * `@heed/receiver/pglite` and `@heed/receiver/postgres` and the server `@heed/receiver/node` are for Node.
 */
export type { ProblemCode, ProblemDetails } from './http/problem.ts';
export type { Receiver, ReceiverOptions, RequestInfo } from './receiver/options.ts';
export { createReceiver } from './receiver/create-receiver.ts';
export type { FileItem, StoredItem } from './responses/stored-item.ts';
export type { ResponseList } from './responses/response-list.ts';
export type {
  ChoiceFigures,
  Figures,
  MatrixRow,
  NumberFigures,
  Question,
  QuestionScore,
  Scores,
  WithSeries,
} from './scores/read-scores.ts';
export type {
  AddResult,
  Filter,
  ListQuery,
  NewFile,
  NewResponse,
  Period,
  Store,
  StoredFile,
  StoredFileContent,
  StoredResponse,
  Tally,
} from './store/store.ts';
