import * as vscode from 'vscode';
import { type CsvOptions, encodeCsv, explanationLines } from '../catalog/rows/csv.ts';
import type { Catalogs } from './catalogs.ts';
import { chooseDirectory } from './chooseDirectory.ts';
import type { Directories } from './directories.ts';
import { withoutLinks } from './plainText.ts';
import { tell } from './tell.ts';
import { saveFile } from './saveFile.ts';
import { settings } from '../names.ts';

/** Exports the catalog of a directory as Parquet or CSV, by the extension of the selected file. */
export async function exportCatalogCommand(
  directories: Directories,
  catalogs: Catalogs,
  argument: unknown,
): Promise<void> {
  const known = await chooseDirectory(directories, argument);
  if (!known) return;
  const { directory, name } = known;
  const { catalog } = directory;
  const saved = await saveFile(
    directory,
    name.split('/').filter(Boolean).join('-'),
    ['parquet', 'csv'],
    (kind) =>
      vscode.window.withProgress(
        {
          location: vscode.ProgressLocation.Notification,
          title: withoutLinks(vscode.l10n.t('Exporting the catalog of {0}', name)),
        },
        async () => {
          if (kind === 'csv')
            return encodeCsv(explanationLines(catalog, catalog.inOrder()), csvOptions());
          const { writeCatalog } = await import('../catalog/parquet/writeCatalog.ts');
          return writeCatalog(catalog, directory.uri);
        },
      ) as Promise<Uint8Array>,
  );
  if (!saved) return;
  const progress = catalogs.progress(directory);
  void tell(
    progress && progress.exact < progress.total
      ? vscode.l10n.t(
          '{0}: exported {1} of {2} neurons; the rest are not indexed yet.',
          name,
          progress.exact,
          progress.total,
        )
      : vscode.l10n.t('{0}: exported {1} neurons.', name, catalog.size),
  );
}

/** CSV options from the settings. */
export function csvOptions(): CsvOptions {
  const configuration = vscode.workspace.getConfiguration(settings.section);
  return {
    escapeFormulas: configuration.get<unknown>(settings.csvEscapeFormulas) === true,
    byteOrderMark: configuration.get<unknown>(settings.csvByteOrderMark) === true,
  };
}
