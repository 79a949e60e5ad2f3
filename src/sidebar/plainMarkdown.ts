import * as vscode from 'vscode';

/** Appends text to be shown as it is, which `appendText` alone does not do: it leaves `&lt;` to be read as `<`, and breaks long lines within words. */
export function appendPlainText(markdown: vscode.MarkdownString, text: string): void {
  const appended = new vscode.MarkdownString().appendText(text.replaceAll('&', '&amp;')).value;
  markdown.value += appended.replace(/(?<=\w)&nbsp;(?=\w)/g, ' ');
}
