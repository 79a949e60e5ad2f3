import * as vscode from 'vscode';
import { pageText } from './pageText.ts';

/** A page, by the name of its files in `dist/view`. */
export interface Page {
  readonly name: 'neuron' | 'overview' | 'comparison';
  readonly title: string;
  readonly ownImages?: boolean;
  /** Messages that it begins with; see `pageText`. It is opened once they are there. */
  readonly first?: Promise<readonly unknown[]>;
}

/** Puts a page into a webview, unless it is disposed of before that is possible. */
export function openPage(
  webview: vscode.Webview,
  extensionUri: vscode.Uri,
  page: Page,
): vscode.Disposable {
  const folder = vscode.Uri.joinPath(extensionUri, 'dist', 'view');
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
  const read = (file: string) => ownText(vscode.Uri.joinPath(folder, file));
  try {
    const [script, style] = await Promise.all([read(`${name}.js`), read(`${name}.css`)]);
    return pageText({
      title,
      language: vscode.env.language,
      script,
      style,
      files: webview.asWebviewUri(folder).toString(),
      nonce: crypto.randomUUID(),
      ownImages,
      first: await first,
    });
  } catch {
    return vscode.l10n.t(
      'A file of the extension cannot be read, below {0}. Install the extension anew.',
      folder.fsPath,
    );
  }
}

/** By their addresses: the same for every page. */
const ownTexts = new Map<string, Promise<string>>();

function ownText(uri: vscode.Uri): Promise<string> {
  const key = uri.toString();
  const known = ownTexts.get(key);
  if (known) return known;
  const reading = Promise.resolve(vscode.workspace.fs.readFile(uri)).then((bytes) =>
    new TextDecoder().decode(bytes),
  );
  ownTexts.set(key, reading);
  // What cannot be read now may be later.
  reading.catch(() => ownTexts.delete(key));
  return reading;
}
