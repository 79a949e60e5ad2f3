/** The plots of the analysis, loaded when first shown. */
export { drawCurve } from './curve.ts';
export { drawScatter, type Scatter, type ScatterData } from './scatter.ts';
