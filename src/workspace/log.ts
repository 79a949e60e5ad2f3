import * as vscode from 'vscode';
import { visible } from '../format/visible.ts';

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

/** More of what a page has sent is of no help. */
const mostShown = 200;

/** A page has sent, or kept as its state, what it never does: it is of another version, or it is not the page that speaks. */
export function logRefused(page: string, message: unknown): void {
  let text: string;
  try {
    text = JSON.stringify(message) ?? typeof message;
  } catch {
    text = typeof message;
  }
  const shown = text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
  log.warn(`What the ${page} page sent or kept is refused, since it is none of its own: ${shown}`);
}
