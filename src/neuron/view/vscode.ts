import type { PageMessage, PageState } from '../protocol.ts';

/** What the editor gives to a page; it can be taken once. */
export interface VsCodeApi {
  postMessage(message: PageMessage): void;
  /** What an earlier page kept, of whatever version. */
  getState(): unknown;
  setState(state: PageState): void;
}

declare global {
  function acquireVsCodeApi(): VsCodeApi;
}
