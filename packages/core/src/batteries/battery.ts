/** Statements of a battery that are scored together. */
export interface BatteryDimension {
  /** Unique in the battery. Also the row name if respondents distribute points among the dimensions. */
  readonly name: string;
  /** The names of the statements. A statement belongs to one dimension only. */
  readonly statements: readonly string[];
}

/** The part of a battery that scores need: the scale and the statements of each dimension. */
export interface Battery {
  /** The lowest value of the scale. */
  readonly min: number;
  /** The highest value of the scale. */
  readonly max: number;
  /** At least one dimension, each with at least one statement. */
  readonly dimensions: readonly BatteryDimension[];
}

/** A statement that the respondent rates on the scale of the battery. */
export interface Statement {
  /** The row name in the answer, identical in every form of the battery. */
  readonly name: string;
  /** The text shown to the user. */
  readonly text: string;
}

/** The texts of a battery in one language and one role, as shown by a matrix question. */
export interface BatteryForm {
  /** The question above all statements. */
  readonly question: string;
  /** The label of the lowest value. */
  readonly low: string;
  /** The label of the highest value. */
  readonly high: string;
  /** In the order of the dimensions. */
  readonly statements: readonly Statement[];
}

/**
 * A dimension of SERVQUAL, with texts for a question in which respondents distribute 100 points among the dimensions.
 */
export interface ServiceDimension extends BatteryDimension {
  /** The published term. */
  readonly label: string;
  /** A short explanation. */
  readonly description: string;
}

/** SERVPERF: perceptions of the service. */
export interface ServperfBattery extends Battery {
  readonly dimensions: readonly ServiceDimension[];
  /** Statements about the service that the respondent has used. */
  readonly perceptions: BatteryForm;
}

/** SERVQUAL: expectations of an excellent service, and perceptions of this one. */
export interface ServqualBattery extends ServperfBattery {
  /** The same statements about an excellent service of the same kind. */
  readonly expectations: BatteryForm;
}
