import { checkFile } from '../check/checkFile.ts';
import type { FileScanner } from '../catalog/scan/fileScanner.ts';
import { decodeRow } from '../catalog/rows/neuronRow.ts';
import { checkLocal, listFolder, readExact, readProvisional } from './localFiles.ts';
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
      return listFolder(job.folder, job.known);
    case 'check':
      return job.fileNames.map((name) => checkLocal(job.folder, name, job.layer));
    case 'read':
      return job.fileNames.map((name) =>
        job.how === 'exact'
          ? readExact(job.folder, name, job.layer, scanner)
          : readProvisional(job.folder, name),
      );
    case 'decodeRow':
      return decodeRow(job.bytes, job.place);
    case 'checkBytes':
      return checkFile(job.bytes, job.place);
  }
}
