import * as vscode from 'vscode';
import { visible } from '../text/visible.ts';
import { Refusals } from './refusals.ts';

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
