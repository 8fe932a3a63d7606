/**
 * A page whose scripts, styles, policy or framework interfere with embedded elements.
 *
 * Each file in `pages` exports a list of pages. Each page is one test in every engine. The page loads the built CDN
 * file, and its endpoint `/feedback` replies with 201.
 */
import type { Engine } from '../shared/browsers/engines.ts';
import type { FileFailure } from './file-failures.ts';
import type { Host } from './host.ts';

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
