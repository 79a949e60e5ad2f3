import * as vscode from 'vscode';
import { visible } from '../text/visible.ts';
import { withoutLinks } from './plainText.ts';

/**
 * Notifications. VS Code turns `[words](command:…)` in them into links. Here all text stays text,
 * since messages contain file names and system errors. No other module may call VS Code's own
 * functions.
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

/** Asks in a modal dialog. Resolves with whether `action` was selected. */
export async function confirm(message: string, detail: string, action: string): Promise<boolean> {
  const options = { modal: true, detail: visible(detail) };
  const answer = await vscode.window.showWarningMessage(withoutLinks(message), options, action);
  return answer === action;
}
