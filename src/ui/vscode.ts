/** What the editor gives to a page; it can be taken once. */
export interface VsCodeApi<Message, State> {
  postMessage(message: Message): void;
  /** What an earlier page kept, of whatever version. */
  getState(): unknown;
  setState(state: State): void;
}

declare global {
  function acquireVsCodeApi<Message, State>(): VsCodeApi<Message, State>;
}
