import { checkBytes } from '../check/checkSingle.ts';
import type { FileScanner } from '../catalog/scan/fileScanner.ts';
import { placeOfKey } from '../dialects/openai/keys.ts';
import { decodeRow } from '../catalog/rows/neuronRow.ts';
import { checkLocal, listLayer, readExact, readProvisional } from './localFiles.ts';
import type { CatalogAnswers, CatalogJob } from './messages.ts';

/**
 * Runs a catalog job in this thread. Uses the decoder if there is no scanner. Throws a `FileError`.
 */
export function runCatalogJob(
  job: CatalogJob,
  scanner: FileScanner | undefined,
): CatalogAnswers[CatalogJob['type']] {
  switch (job.type) {
    case 'list':
      return listLayer(job.directory, job.layerKey, job.known);
    case 'check':
      return job.keys.map((key) => checkLocal(job.directory, key));
    case 'read':
      return job.keys.map((key) =>
        job.how === 'exact'
          ? readExact(job.directory, key, scanner)
          : readProvisional(job.directory, key),
      );
    case 'decodeRow':
      return decodeRow(job.bytes, placeOfKey(job.key));
    case 'checkBytes':
      return checkBytes(job.bytes, job.key);
  }
}
