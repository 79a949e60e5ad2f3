// Compiles the catalog's scanner from AssemblyScript to WebAssembly.
import { join } from 'node:path';
import asc from 'assemblyscript/asc';

export const scannerSource = 'src/catalog/scan/wasm';

/**
 * The bytes of the module. It has no imports, no runtime and no garbage collection.
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
