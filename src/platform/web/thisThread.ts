/** The first and only message to the worker itself. All others go through the port. */
export interface Start {
  /** The compiled scanner. */
  readonly scanner: Uint8Array;
  readonly port: MessagePort;
}

const start = new Promise<Start>((resolve) => {
  addEventListener('message', ({ data }: MessageEvent<Start>) => resolve(data), { once: true });
});

/** The compiled scanner that this worker was started with. */
export async function scannerBytes(): Promise<Uint8Array> {
  return (await start).scanner;
}

/** Sends a message to who started this worker. */
export function sendMessage(message: unknown): void {
  void start.then(({ port }) => port.postMessage(message));
}

/** Answers each message to this worker. `answer` must not reject. */
export function answerMessages(answer: (message: unknown) => Promise<unknown>): void {
  void start.then(({ port }) => {
    port.onmessage = ({ data }) => void answer(data).then(sendMessage);
  });
}
