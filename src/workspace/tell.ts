import * as vscode from 'vscode';
import { visible } from '../text/display.ts';
import { withoutLinks } from './plainText.ts';
import { Refusals } from './refusals.ts';

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

/** Each message is one line. */
export type Log = Readonly<Record<'debug' | 'info' | 'warn' | 'error', (text: string) => void>>;

/** The output channel “Neuron Explanations”. Its log level is the user's choice. */
export const channel = vscode.window.createOutputChannel('Neuron Explanations', { log: true });

/** Writes to the channel. Untrusted text cannot add lines or colours. */
export const log: Log = {
  debug: (text) => channel.debug(visible(text)),
  info: (text) => channel.info(visible(text)),
  warn: (text) => channel.warn(visible(text)),
  error: (text) => channel.error(visible(text)),
};

const refusals = new Refusals(log.warn);

/** A page sent or saved something that no page of this version does. */
export function logRefused(page: string, message: unknown): void {
  refusals.refuse(page, message);
}
