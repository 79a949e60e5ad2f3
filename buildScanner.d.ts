/** The folder of the scanner's source, from the root. */
export const scannerSource: string;

/** Compiles the catalog's scanner to a module's bytes. Rejects with the compiler's errors. */
export function buildScanner(): Promise<Uint8Array>;
