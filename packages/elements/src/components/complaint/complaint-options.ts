import type { LimitTable } from '@heed/core';
import type { PropertyDeclarations } from 'lit';
import type { ComplaintStrings } from '../../locales/strings.ts';
import { HeedElement } from '../../shared/base/heed-element.ts';
import { flag } from '../../shared/form/boolean-attribute.ts';

/** The keys of the strings that a complaint uses. */
export type ComplaintKey = keyof ComplaintStrings | 'other';

/** The attributes and properties of a complaint. */
export abstract class ComplaintOptions extends HeedElement<ComplaintKey> {
  static override properties: PropertyDeclarations = {
    fields: {},
    requiredFields: { attribute: 'required-fields' },
    categories: {},
    wizard: { type: Boolean, converter: flag },
    limits: {},
    noDraft: { attribute: 'no-draft', type: Boolean, converter: flag },
    headingLevel: { attribute: 'heading-level', type: Number },
  };

  /**
   * The fields in their order, separated by spaces: `category`, `severity`, `details`, `happened-at`, `order`, `attachments`,
   * `remedy`, `contact`, `contact-time` and `consent`. Defaults to all but `happened-at`, `attachments` and `contact-time`.
   */
  declare fields: string | undefined;
  /** The required fields, separated by spaces. At least one field is required. Defaults to `category details`. */
  declare requiredFields: string | undefined;
  /** The categories, separated by commas: `Delivery, Billing, Other`. Defaults to eight localised categories. */
  declare categories: string | undefined;
  /** Shows the fields in steps: what happened, the remedy, the contact details. */
  declare wizard: boolean;
  /**
   * The time limits that you promise: `usual`, or the time to a first answer, a proposal and a solution, such as `2h 8h 3d`;
   * as a property, also a table by severity and tier. By default, no limits are shown.
   */
  declare limits: string | LimitTable | undefined;
  /** Stores no draft on the device. Use it for shared devices. */
  declare noDraft: boolean;
  /** The level of the heading for assistive technology, 1 to 6. Titles inside are one level lower. Defaults to 2. */
  declare headingLevel: number | null | undefined;

  constructor() {
    super();
    this.wizard = this.noDraft = false;
  }
}
