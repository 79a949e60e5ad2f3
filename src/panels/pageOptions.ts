import * as vscode from 'vscode';

/** The folder of the pages' scripts, styles and plots. */
export const pageFolder = (extensionUri: vscode.Uri): vscode.Uri =>
  vscode.Uri.joinPath(extensionUri, 'dist', 'view');

/** VS Code starts a page again when they change, so a panel has them from the start. */
export const pageOptions = (extensionUri: vscode.Uri): vscode.WebviewOptions => ({
  enableScripts: true,
  localResourceRoots: [pageFolder(extensionUri)],
});
