import * as vscode from 'vscode';
import { pageText } from './pageText.ts';

export interface Page {
  /** The name of its files in `dist/view`. */
  readonly name: 'neuron' | 'overview' | 'comparison';
  readonly title: string;
  readonly ownImages?: boolean;
  /** Messages that the page starts with. It opens once they are available. */
  readonly first?: Promise<readonly unknown[]>;
}

const viewFolder = ['dist', 'view'];

/** Shows a page in a webview, unless disposed before its files are read. */
export function openPage(
  webview: vscode.Webview,
  extensionUri: vscode.Uri,
  page: Page,
): vscode.Disposable {
  const folder = vscode.Uri.joinPath(extensionUri, ...viewFolder);
  webview.options = { enableScripts: true, localResourceRoots: [folder] };
  let closed = false;
  void htmlOf(webview, folder, page).then((html) => {
    if (!closed) webview.html = html;
  });
  return { dispose: () => (closed = true) };
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
  readPage(vscode.Uri.joinPath(extensionUri, ...viewFolder), name).catch(() => undefined);
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
