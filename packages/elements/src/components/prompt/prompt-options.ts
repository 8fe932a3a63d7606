import { toJson } from '@heed/core';
import { LitElement, type PropertyDeclarations } from 'lit';
import { flag } from '../../shared/form/boolean-attribute.ts';
import type { Strings } from '../../locales/strings.ts';

export type PromptDisplay = 'corner' | 'popover' | 'modal' | 'sheet' | 'inline';
/** A corner of the window; with an anchor, also a side of the anchor. */
export type PromptPosition =
  'bottom-end' | 'bottom-start' | 'top-end' | 'top-start' | 'bottom' | 'top' | 'start' | 'end';

/** The attributes and properties of a prompt. */
export class PromptOptions extends LitElement {
  static override properties: PropertyDeclarations = {
    name: { reflect: true, useDefault: true },
    display: {},
    position: {},
    anchor: {},
    when: {},
    delay: {},
    showIf: { attribute: 'show-if' },
    max: {},
    maxPerSession: { attribute: 'max-per-session' },
    restShown: { attribute: 'rest-shown' },
    restAnswered: { attribute: 'rest-answered' },
    restDismissed: { attribute: 'rest-dismissed' },
    restLater: { attribute: 'rest-later' },
    quiet: {},
    sample: {},
    noLater: { attribute: 'no-later', type: Boolean, converter: flag },
    isExplained: { attribute: 'explain', type: Boolean, converter: flag },
    isPreview: { attribute: 'preview', type: Boolean, converter: flag },
    endpoint: {},
    // A framework creates a new object for each render.
    traits: { attribute: false, hasChanged: (now, before) => toJson(now) !== toJson(before) },
    strings: { attribute: false },
  };

  /** The key of the counters on the device. Required for a prompt that opens automatically. */
  declare name: string;
  /** How it is displayed. Defaults to `popover` with an `anchor`, else to `corner`, which is a sheet on a phone. */
  declare display: PromptDisplay | undefined;
  /**
   * The corner of the window; defaults to `bottom-end`. With an anchor, its side: `top`, `bottom`, `start` or `end`;
   * defaults to `bottom`.
   */
  declare position: PromptPosition | undefined;
  /** Selector of the element that a popover points to. The popover follows it, and closes when it is removed. */
  declare anchor: string | undefined;
  /** When it opens automatically, such as `event('order-placed', total > 100) and time(30s)`. Defaults to never. */
  declare when: string | undefined;
  /** Time between `when` becoming true and the opening, such as `2s`. Defaults to `0`. */
  declare delay: string | undefined;
  /** A condition on the traits, `language`, `device`, `visits` and `path` that must be true as well. */
  declare showIf: string | undefined;
  /** Maximum number of automatic openings. Defaults to no limit. */
  declare max: string | number | undefined;
  /** Maximum number of automatic openings in one visit. Defaults to no limit. */
  declare maxPerSession: string | number | undefined;
  /** How long it stays closed after it was shown, such as `7d`. Defaults to the value of `rest-later`. */
  declare restShown: string | undefined;
  /** How long it stays closed after an answer. Defaults to `90d`. */
  declare restAnswered: string | undefined;
  /** How long it stays closed after it was dismissed. Defaults to `30d`. */
  declare restDismissed: string | undefined;
  /** How long it stays closed after the user chose "later". Defaults to `7d`. */
  declare restLater: string | undefined;
  /** How long it stays closed after any prompt of the site was shown. Defaults to `1d`. */
  declare quiet: string | undefined;
  /** The share of users who are asked, such as `25%`; the same users each time. Defaults to all. */
  declare sample: string | undefined;
  /** Hides the button "Ask me later". */
  declare noLater: boolean;
  /** Shows a panel for developers that lists every rule with its result. Attribute: `explain`. */
  declare isExplained: boolean;
  /** Opens immediately, counts nothing and sends no answer. Attribute: `preview`. */
  declare isPreview: boolean;
  /** Where the answers of the questions inside are sent, unless they set their own endpoint. */
  declare endpoint: string | undefined;
  /** Facts about the user for `show-if`, such as `{ plan: 'free', orders: 3 }`. Never stored or sent. */
  declare traits: Readonly<Record<string, string | number | boolean | null>> | undefined;
  /** Custom strings by key, which override every language: `{ later: 'Not now' }`. */
  declare strings: Partial<Strings> | undefined;

  constructor() {
    super();
    this.name = '';
    this.noLater = this.isExplained = this.isPreview = false;
  }
}
