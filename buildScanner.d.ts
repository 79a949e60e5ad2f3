/** The folder of the scanner's source, from the project's. */
export const scannerSource: string;

/** Compiles the catalog's scanner; gives the module's bytes. Rejects with what the compiler says. */
export function buildScanner(): Promise<Uint8Array>;
