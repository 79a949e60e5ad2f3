import * as vscode from 'vscode';

/**
 * Appends text verbatim. `appendText` alone lets `&lt;` turn into `<` and breaks long lines within
 * words.
 */
export function appendPlainText(markdown: vscode.MarkdownString, text: string): void {
  const appended = new vscode.MarkdownString().appendText(text.replaceAll('&', '&amp;')).value;
  markdown.value += appended.replace(/(?<=\w)&nbsp;(?=\w)/g, ' ');
}
