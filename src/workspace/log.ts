import * as vscode from 'vscode';
import { visible } from '../text/visible.ts';
import { Refusals } from './refusals.ts';

/** Says what happened and why; each text is a line. */
export type Log = Readonly<Record<'debug' | 'info' | 'warn' | 'error', (text: string) => void>>;

/** The output channel “Neuron Explanations”. How much is kept of it is the level that the reader sets there. */
export const channel = vscode.window.createOutputChannel('Neuron Explanations', { log: true });

/** What goes there. A file's name or a text of its own cannot add lines, or colour them. */
export const log: Log = {
  debug: (text) => channel.debug(visible(text)),
  info: (text) => channel.info(visible(text)),
  warn: (text) => channel.warn(visible(text)),
  error: (text) => channel.error(visible(text)),
};

const refusals = new Refusals(log.warn);

/** A page has sent, or kept as its state, what no page of this version does. */
export function logRefused(page: string, message: unknown): void {
  refusals.refuse(page, message);
}
