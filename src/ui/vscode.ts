/** VS Code gives it to a page only once. */
export interface VsCodeApi<Message, State> {
  postMessage(message: Message): void;
  /** The state of an earlier page, of any version. */
  getState(): unknown;
  setState(state: State): void;
}

declare global {
  function acquireVsCodeApi<Message, State>(): VsCodeApi<Message, State>;
}
