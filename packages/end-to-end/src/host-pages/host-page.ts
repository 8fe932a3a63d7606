/**
 * A page that makes life hard for what is embedded in it: its scripts, its styles, its policy or its framework.
 *
 * A file in `pages` exports a list of them; one entry is one test in every engine. The page loads the built CDN file,
 * and its endpoint `/feedback` answers 201.
 */
import type { Breakage } from './breakage.ts';
import type { Host } from './host.ts';

export type Engine = 'chromium' | 'firefox' | 'webkit';

export interface HostPage {
  /** A fact in the present tense: "sends nothing when a listener cancels the submission". */
  title: string;
  /** Markup of the head, before Heed's script: the page's own scripts and styles. Defaults to none. */
  head?: string;
  /** Markup of the body. */
  body: string;
  /** Attributes of `<html>`. Defaults to `lang="en"`. */
  root?: string;
  /** The CDN file that the page loads. Defaults to `heed.min.js`; an empty string loads none. */
  script?: 'heed.min.js' | 'heed.lazy.min.js' | '';
  /** Response headers of the page, such as a content security policy. Defaults to none. */
  headers?: Readonly<Record<string, string>>;
  /** More documents of the same site by path, such as the content of a frame. Served with `Content-Type: text/html`. */
  documents?: Readonly<Record<string, string>>;
  /** Files of the site that cannot be loaded until `host.mend()`. Defaults to none. */
  broken?: { files: RegExp; how: Breakage };
  /** Size of the viewport in CSS pixels. Defaults to 1000 × 800. */
  viewport?: { width: number; height: number };
  /** Engines that can show this page. Defaults to all three; give a reason beside it. */
  engines?: readonly Engine[];
  /** What a user does in the page, and what must come of it. */
  act(host: Host): Promise<void>;
}
