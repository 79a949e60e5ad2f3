import * as vscode from 'vscode';

/** Where the page's own files are, below the extension. */
export function pageFolder(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'view');
}

/** The page that shows neurons. It loads nothing but its own script, style and icon font. */
export function pageHtml(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const nonce = crypto.randomUUID();
  const source = (name: string) =>
    webview.asWebviewUri(vscode.Uri.joinPath(pageFolder(extensionUri), name)).toString();
  const policy = [
    `default-src 'none'`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Neuron</title>
    <link rel="stylesheet" href="${source('neuron.css')}">
  </head>
  <body>
    <div id="root"></div>
    <script nonce="${nonce}" src="${source('neuron.js')}"></script>
  </body>
</html>`;
}
