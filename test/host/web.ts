import { skip } from './skip.ts';

const variable = 'NEURON_EXPLANATIONS_WEB';

/** For a process whose windows run the extension in a web worker of the browser. */
export const webEnv: NodeJS.ProcessEnv = { [variable]: 'true' };

export const runsInWeb = process.env[variable] !== undefined;

/** Skips a test, or in a `before` hook its group, where the extension runs in a web worker. */
export function skipInWeb(context: Mocha.Context, reason: string): void {
  if (runsInWeb) skip(context, `in a web worker: ${reason}`);
}
