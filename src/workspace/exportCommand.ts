import * as vscode from 'vscode';
import { catalogCsv } from '../catalog/csv.ts';
import { writeCatalog } from '../catalog/parquet/writeCatalog.ts';
import type { Catalogs } from './catalogs.ts';
import { chooseDirectory } from './chooseDirectory.ts';
import type { Directories } from './directories.ts';

/** Writes the catalog of a directory where the user says, as Parquet or CSV by the ending of the name. */
export async function exportCatalogCommand(
  directories: Directories,
  catalogs: Catalogs,
  argument: unknown,
): Promise<void> {
  const known = await chooseDirectory(directories, argument);
  if (!known) return;
  const { directory, label } = known;
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export Catalog of {0}', label),
    defaultUri: defaultUri(`${label.split('/').findLast(Boolean) ?? 'catalog'}.parquet`),
    filters: { Parquet: ['parquet'], CSV: ['csv'] },
  });
  if (!target) return;
  await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Exporting the catalog'),
    },
    async () => {
      const bytes = target.path.toLowerCase().endsWith('.csv')
        ? new TextEncoder().encode(
            [...catalogCsv(directory.catalog, directory.catalog.inOrder())].join(''),
          )
        : await writeCatalog(directory.catalog, directory.uri);
      await vscode.workspace.fs.writeFile(target, bytes);
    },
  );
  const progress = catalogs.progress(directory);
  const { catalog } = directory;
  void vscode.window.showInformationMessage(
    progress && progress.exact < progress.total
      ? vscode.l10n.t(
          'Exported the {0} of {1} neurons that have been read so far.',
          progress.exact,
          progress.total,
        )
      : vscode.l10n.t('Exported {0} neurons.', catalog.size),
  );
}

function defaultUri(name: string): vscode.Uri | undefined {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return folder && vscode.Uri.joinPath(folder.uri, name);
}
