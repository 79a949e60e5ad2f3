/** The longest text to find in tokens: longer ones are in no sequence that one reads. */
export const longestFind = 1000;

/** What the simulator predicted for one token; null where the file does not say. */
export interface TokenDistribution {
  readonly simulated: Distribution | null;
  /** The same before calibration. */
  readonly uncalibrated: Distribution | null;
}

/** Values in rising order, each once, with their probabilities; both empty where the simulator made no prediction. */
export interface Distribution {
  readonly values: readonly number[];
  readonly probabilities: readonly number[];
  /** The sum of the probabilities; the simulator knows some of the values only, so often less than 1. */
  readonly mass: number;
  /** Of the probabilities as shares of `mass`, in bits; null where there are none. */
  readonly entropy: number | null;
}

/** Where a text occurs, in the order asked for. */
export interface Found {
  /** All, also those beyond the ones listed. */
  readonly total: number;
  readonly matches: readonly Match[];
}

export interface Match {
  /** The sequence's place in the file. */
  readonly sequence: number;
  /** The first and the last token of it. */
  readonly from: number;
  readonly to: number;
}
