/** Some statements of a battery that belong together and are scored together. */
export interface BatteryDimension {
  /** Unique in the battery; the row name where visitors share points over the dimensions. */
  readonly name: string;
  /** Names of its statements, as in the forms; a statement belongs to one dimension. */
  readonly statements: readonly string[];
}

/** What a score must know of a battery: its scale, and which statement belongs to which dimension. */
export interface Battery {
  /** The lowest step of the scale. */
  readonly min: number;
  /** The highest step of the scale. */
  readonly max: number;
  /** At least one, each with at least one statement. */
  readonly dimensions: readonly BatteryDimension[];
}

/** One statement, which a visitor rates on the scale of the battery. */
export interface Statement {
  /** The row name in the answer; the same in every form of the battery. */
  readonly name: string;
  /** The words that are shown. */
  readonly text: string;
}

/** The words of a battery in one language and one role: what a matrix question shows. */
export interface BatteryForm {
  /** What is asked of all the statements. */
  readonly question: string;
  /** What the lowest step means. */
  readonly low: string;
  /** What the highest step means. */
  readonly high: string;
  /** In the order of the dimensions. */
  readonly statements: readonly Statement[];
}

/** A dimension of SERVQUAL, with words for a question that has visitors share 100 points over the dimensions. */
export interface ServiceDimension extends BatteryDimension {
  /** The published term. */
  readonly label: string;
  /** What it means, in a few words. */
  readonly description: string;
}

/** SERVPERF: how the service is perceived. */
export interface ServperfBattery extends Battery {
  readonly dimensions: readonly ServiceDimension[];
  /** Statements about the service that the visitor knows. */
  readonly perceptions: BatteryForm;
}

/** SERVQUAL: what is expected of an excellent service, and how this one is perceived. */
export interface ServqualBattery extends ServperfBattery {
  /** The same statements about an excellent service of the same kind. */
  readonly expectations: BatteryForm;
}
