import * as vscode from 'vscode';
import { visible } from '../text/visible.ts';
import { withoutLinks } from './plainText.ts';

/**
 * Notifications. VS Code makes a link of `[words](command:…)` in them: in ours all text is text, since names of files and messages of the system
 * are among them. The only place that may call VS Code's own functions for it.
 */

export function tell<T extends string>(message: string, ...actions: T[]): Thenable<T | undefined> {
  return vscode.window.showInformationMessage(withoutLinks(message), ...actions);
}

export function warn<T extends string>(message: string, ...actions: T[]): Thenable<T | undefined> {
  return vscode.window.showWarningMessage(withoutLinks(message), ...actions);
}

export function tellError(message: string): void {
  void vscode.window.showErrorMessage(withoutLinks(message));
}

/** Asks in a dialog; resolves with whether `action` was chosen. */
export async function confirm(message: string, detail: string, action: string): Promise<boolean> {
  const options = { modal: true, detail: visible(detail) };
  const answer = await vscode.window.showWarningMessage(withoutLinks(message), options, action);
  return answer === action;
}
