import * as vscode from 'vscode';
import type { ThreadEvents, ThreadProgram } from '../interfaces.ts';
import type { Start } from './thisThread.ts';

/** The program of the extension's Web Workers, in `dist`. */
export const threadScript = 'web/worker.js';

/** A Web Worker. */
export class Thread {
  /** Keeps messages until the worker runs. */
  readonly #port: MessagePort;
  readonly #onEnd: (reason: string) => void;
  #worker: Worker | undefined;
  #hasEnded = false;

  constructor(program: ThreadProgram, { onMessage, onEnd }: ThreadEvents) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.onmessage = ({ data }) => onMessage(data);
    this.#onEnd = onEnd;
    this.#start(program, port2).catch((error: unknown) => this.#end(String(error)));
  }

  /** Sends work. */
  post(message: unknown): void {
    this.#port.postMessage(message);
  }

  /** No program waits for a Web Worker. */
  rest(): void {}

  stop(): void {
    this.#end('it was stopped');
  }

  async #start({ script, scanner }: ThreadProgram, port: MessagePort): Promise<void> {
    const [address, bytes] = await Promise.all([blobOf(String(script)), bytesOf(scanner)]);
    if (this.#hasEnded) return;
    this.#worker = new Worker(address);
    // Node ends a thread at an error that nothing catches. A browser does not.
    this.#worker.onerror = ({ message }) => this.#end(message || 'it could not start');
    this.#worker.postMessage({ scanner: bytes, port } satisfies Start, [port]);
  }

  #end(reason: string): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#worker?.terminate();
    this.#port.close();
    this.#onEnd(reason);
  }
}

/** What was read of the extension, by URI: it may be on a web server. */
const files = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
const blobs = new Map<string, Promise<string>>();

function bytesOf(uri: string): Promise<Uint8Array<ArrayBuffer>> {
  return once(files, uri, async () =>
    // A copy: VS Code's may be part of a larger buffer.
    Uint8Array.from(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true))),
  );
}

/** The address of a script for workers. A worker may load it at any time, so it is not revoked. */
function blobOf(uri: string): Promise<string> {
  return once(blobs, uri, async () => {
    const script = new Blob([await bytesOf(uri)], { type: 'text/javascript' });
    return URL.createObjectURL(script);
  });
}

/** Failures are not kept. */
function once<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const made = known.get(key) ?? make();
  known.set(key, made);
  made.catch(() => known.delete(key));
  return made;
}
