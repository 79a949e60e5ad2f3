import * as vscode from 'vscode';
import { pageFolder, pageOptions } from './pageOptions.ts';
import { ready, type TrustMessage } from './contract.ts';
import { pageText } from './pageText.ts';

export interface Page {
  /** The name of its files in `dist/view`. */
  readonly name: 'neuron' | 'overview' | 'comparison';
  readonly title: string;
  readonly ownImages?: boolean;
  /** Messages that the page starts with. It opens once they are available. */
  readonly first?: Promise<readonly unknown[]>;
}

/** Shows a page in a webview, unless disposed before its files are read. */
export function openPage(
  webview: vscode.Webview,
  extensionUri: vscode.Uri,
  page: Page,
): vscode.Disposable {
  const folder = pageFolder(extensionUri);
  // A restored panel may have those of an older version.
  webview.options = pageOptions(extensionUri);
  let closed = false;
  void htmlOf(webview, folder, page).then((html) => {
    if (!closed) webview.html = html;
  });
  return vscode.Disposable.from({ dispose: () => (closed = true) }, followTrust(webview));
}

/** Tells a page that began in Restricted Mode that the workspace is trusted. */
function followTrust(webview: vscode.Webview): vscode.Disposable {
  if (vscode.workspace.isTrusted) return vscode.Disposable.from();
  const tell = () => void webview.postMessage({ type: 'trusted' } satisfies TrustMessage);
  return vscode.Disposable.from(
    vscode.workspace.onDidGrantWorkspaceTrust(tell),
    // A hidden page restarts with its first text when it is shown again.
    webview.onDidReceiveMessage((message) => {
      if (vscode.workspace.isTrusted && ready.safeParse(message).success) tell();
    }),
  );
}

async function htmlOf(
  webview: vscode.Webview,
  folder: vscode.Uri,
  { name, title, ownImages = false, first }: Page,
): Promise<string> {
  try {
    const [script, style] = await readPage(folder, name);
    return pageText({
      title,
      // Without a translation the page is in English, whatever the language of VS Code.
      language: vscode.l10n.bundle ? vscode.env.language : 'en',
      translation: vscode.l10n.bundle,
      script,
      style,
      files: webview.asWebviewUri(folder).toString(),
      nonce: crypto.randomUUID(),
      restricted: !vscode.workspace.isTrusted,
      ownImages,
      first: await first,
    });
  } catch {
    return vscode.l10n.t(
      'Could not read an extension file in {0}. Reinstall the extension.',
      folder.fsPath,
    );
  }
}

/** Reads the files of a page, so that it opens faster. */
export function preparePage(extensionUri: vscode.Uri, name: Page['name']): void {
  // If they cannot be read, the page says so.
  readPage(pageFolder(extensionUri), name).catch(() => undefined);
}

function readPage(
  folder: vscode.Uri,
  name: Page['name'],
): Promise<[script: string, style: string]> {
  const read = (file: string) => fileText(vscode.Uri.joinPath(folder, file));
  return Promise.all([read(`${name}.js`), read(`${name}.css`)]);
}

/** By URI. All panels share them. */
const fileTexts = new Map<string, Promise<string>>();

function fileText(uri: vscode.Uri): Promise<string> {
  const key = uri.toString();
  const known = fileTexts.get(key);
  if (known) return known;
  const reading = Promise.resolve(vscode.workspace.fs.readFile(uri)).then((bytes) =>
    new TextDecoder().decode(bytes),
  );
  fileTexts.set(key, reading);
  // A later read may succeed.
  reading.catch(() => fileTexts.delete(key));
  return reading;
}
