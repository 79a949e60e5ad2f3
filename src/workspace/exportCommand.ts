import * as vscode from 'vscode';
import { encodeCsv, explanationLines } from '../catalog/csv.ts';
import { writeCatalog } from '../catalog/parquet/writeCatalog.ts';
import type { Catalogs } from './catalogs.ts';
import { chooseDirectory } from './chooseDirectory.ts';
import { csvOptions } from './csvOptions.ts';
import type { Directories } from './directories.ts';
import { saveFile } from './saveFile.ts';
import { tell } from './tell.ts';

/** Writes the catalog of a directory where the user says, as Parquet or CSV by the ending of the name. */
export async function exportCatalogCommand(
  directories: Directories,
  catalogs: Catalogs,
  argument: unknown,
): Promise<void> {
  const known = await chooseDirectory(directories, argument);
  if (!known) return;
  const { directory, label } = known;
  const { catalog } = directory;
  const name = label.split('/').findLast(Boolean) ?? 'catalog';
  const saved = await saveFile(
    directory,
    name,
    ['parquet', 'csv'],
    (kind) =>
      vscode.window.withProgress(
        {
          location: vscode.ProgressLocation.Notification,
          title: vscode.l10n.t('Exporting the catalog'),
        },
        () =>
          kind === 'csv'
            ? encodeCsv(explanationLines(catalog, catalog.inOrder()), csvOptions())
            : writeCatalog(catalog, directory.uri),
      ) as Promise<Uint8Array>,
  );
  if (!saved) return;
  const progress = catalogs.progress(directory);
  void tell(
    progress && progress.exact < progress.total
      ? vscode.l10n.t(
          'Exported the {0} of {1} neurons that have been read so far.',
          progress.exact,
          progress.total,
        )
      : vscode.l10n.t('Exported {0} neurons.', catalog.size),
  );
}
