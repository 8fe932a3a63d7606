/**
 * A page whose scripts, styles, policy or framework interfere with embedded elements.
 *
 * Each file in `pages` exports a list of pages. Each page is one test in every engine. The page loads the built CDN
 * file, and its endpoint `/feedback` replies with 201.
 */
import type { ResponseRecord } from '@heed/core';
import type { BrowserWindow } from '../shared/browsers/browser-window.ts';
import type { Engine } from '../shared/browsers/engines.ts';
import type { FileFailure } from './file-failures.ts';

export interface HostPage {
  /** A fact in the present tense: "sends nothing when a listener cancels the submission". */
  title: string;
  /** Markup of the head before Heed's script: the page's scripts and styles. Defaults to none. */
  head?: string;
  /** Markup of the body. */
  body: string;
  /** Attributes of `<html>`. Defaults to `lang="en"`. */
  root?: string;
  /** The CDN file that the page loads. Defaults to `heed.min.js`; an empty string loads none. */
  script?: 'heed.min.js' | 'heed.lazy.min.js' | '';
  /** Response headers of the page, such as a content security policy. Defaults to none. */
  headers?: Readonly<Record<string, string>>;
  /** Other HTML documents of the site by path, such as the content of a frame. */
  documents?: Readonly<Record<string, string>>;
  /** Files of the site that fail to load until `host.restoreFiles()` is called. Defaults to none. */
  failing?: { files: RegExp; how: FileFailure };
  /** Size of the viewport in CSS pixels. Defaults to 1000 × 800. */
  viewport?: { width: number; height: number };
  /** Engines that run the page. Defaults to all. Give the reason in a comment. */
  engines?: readonly Engine[];
  /** The user's actions in the page, and the expected results. */
  test(host: Host): Promise<void>;
}

/** The interface of a test to its page: real keys, a real pointer, and the records at the endpoint. */
export interface Host extends Pick<BrowserWindow, 'keyboard' | 'mouse' | 'setViewport' | 'screenshot'> {
  /** For example `http://127.0.0.1:41234`. */
  readonly origin: string;
  /**
   * Runs the body of an async function in the page and returns its result. The body can call `find(path)`, for example
   * `find('heed-nps >>> input')`.
   */
  run<Result>(body: string): Promise<Result>;
  /** Reloads the page. */
  reload(): Promise<void>;
  /** Polls an expression in the page until it is true. The expression can call `find()`. */
  waitUntil(expression: string): Promise<void>;
  /** Waits for an element and clicks its centre with a real pointer. */
  click(path: string): Promise<void>;
  /** Types real keys. */
  type(text: string): Promise<void>;
  /** Presses real keys in sequence, such as `Tab`, `ArrowRight` or ` `. */
  press(...keys: string[]): Promise<void>;
  /** Waits for a number of records at the endpoint and returns all that have arrived. */
  waitForRecords(count: number): Promise<ResponseRecord[]>;
  /**
   * Returns all records that the page sends, or an empty array. Submits one more record, which the page's queue sends
   * last, and returns the records that arrived before it.
   */
  readAllRecords(): Promise<ResponseRecord[]>;
  /** Waits until every failing file has been requested, then lets all files load. */
  restoreFiles(...files: string[]): Promise<void>;
  /** Returns Heed's warnings in the console. */
  readWarnings(): Promise<string[]>;
  /** Returns uncaught errors. */
  readErrors(): Promise<string[]>;
}
