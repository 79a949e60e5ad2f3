import { resolve } from 'node:path';

/** The project's folder. */
export const root = resolve(import.meta.dirname, '../..');

/** What a test run leaves behind to look at: bundled tests and screenshots. */
export const out = resolve(root, 'out');

/** Data that is beside the project on the developers' machines, and on no one else's. */
export const shared = resolve(process.env['NEURON_EXPLANATIONS_SHARED'] ?? `${root}/../shared`);
