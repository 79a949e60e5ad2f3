import * as vscode from 'vscode';
import { pagePolicy } from './policy.ts';

/** A page, by the name of its files in `dist/view`. */
export interface Page {
  readonly name: 'neuron' | 'overview' | 'comparison';
  readonly title: string;
  readonly ownImages?: boolean;
}

/** Where the pages' own files are, below the extension. */
export function pageFolder(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'view');
}

/** A page that loads nothing but its own script, style and icon font. */
export function pageHtml(webview: vscode.Webview, extensionUri: vscode.Uri, page: Page): string {
  const { name, title, ownImages = false } = page;
  const nonce = crypto.randomUUID();
  const source = (file: string) =>
    webview.asWebviewUri(vscode.Uri.joinPath(pageFolder(extensionUri), file)).toString();
  const policy = pagePolicy({ source: webview.cspSource, nonce, ownImages });
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <link rel="stylesheet" href="${source(`${name}.css`)}">
  </head>
  <body>
    <div id="root"></div>
    <script nonce="${nonce}" src="${source(`${name}.js`)}"></script>
  </body>
</html>`;
}
