/**
 * The reference endpoint for feedback as a web-standard handler, without modules of any particular runtime. The stores
 * in `@heed/receiver/pglite` and `@heed/receiver/postgres` and the server in `@heed/receiver/node` require Node.js.
 */
export type { ProblemCode, ProblemDetails } from './http/problem.ts';
export type { RequestInfo } from './http/request-info.ts';
export { createReceiver } from './receiver/create-receiver.ts';
export type { Receiver, ReceiverOptions } from './receiver/options.ts';
export type { ResponseList } from './responses/response-list.ts';
export type { FileItem, StoredItem } from './responses/stored-item.ts';
export type {
  ChoiceFigures,
  Figures,
  MatrixRow,
  NumberFigures,
  Question,
  QuestionScore,
  Scores,
  WithSeries,
} from './scores/scores.ts';
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
