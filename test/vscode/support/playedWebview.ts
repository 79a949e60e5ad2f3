import * as vscode from 'vscode';

/** A webview whose page the test plays. */
export class PlayedWebview<Message> implements vscode.Webview {
  readonly #received = new vscode.EventEmitter<unknown>();
  readonly posted: Message[] = [];
  readonly onDidReceiveMessage = this.#received.event;
  readonly cspSource = '';
  options = {};
  html = '';

  asWebviewUri(uri: vscode.Uri): vscode.Uri {
    return uri;
  }

  postMessage(message: Message): Thenable<boolean> {
    this.posted.push(message);
    return Promise.resolve(true);
  }

  say(message: unknown): void {
    this.#received.fire(message);
  }
}
