// Compiles the catalog's scanner, which is written in AssemblyScript, to WebAssembly.
import { join } from 'node:path';
import asc from 'assemblyscript/asc';

export const scannerSource = 'src/catalog/scan/wasm';

/**
 * The module's bytes. It imports nothing and has its memory: no runtime, no garbage.
 * @returns {Promise<Uint8Array>}
 */
export async function buildScanner() {
  /** @type {Uint8Array | undefined} */
  let compiled;
  const options = ['-O3', '--noAssert', '--runtime', 'stub', '--use', 'abort='];
  const { error, stderr } = await asc.main(
    [
      join(scannerSource, 'index.ts'),
      '--outFile',
      'scanner.wasm',
      '--enable',
      'simd',
      '--enable',
      'relaxed-simd',
      ...options,
    ],
    {
      baseDir: import.meta.dirname,
      writeFile: (name, contents) => {
        if (name.endsWith('.wasm')) compiled = /** @type {Uint8Array} */ (contents);
      },
    },
  );
  if (error || !compiled) throw new Error(`The scanner does not compile:\n${stderr.toString()}`);
  return compiled;
}
