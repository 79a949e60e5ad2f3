/** A linear map from the simulator's scale to the neuron's units. */
export type Calibration = (value: number) => number;

/** The least-squares line of actual on simulated; the mean of actual if simulated is constant. */
export function calibrate(actual: readonly number[], simulated: readonly number[]): Calibration {
  const meanActual = mean(actual);
  const meanSimulated = mean(simulated);
  let covariance = 0;
  let variance = 0;
  for (const [i, value] of simulated.entries()) {
    const distance = value - meanSimulated;
    covariance += distance * (actual[i]! - meanActual);
    variance += distance * distance;
  }
  const constant = simulated.every((value) => value === simulated[0]);
  const slope = constant ? 0 : covariance / variance;
  return (value) => meanActual + slope * (value - meanSimulated);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
