/** What the page and its host say to each other of what is taken out of the page: sequences to copy, and figures. */

export type CopyFormat = 'text' | 'markdown' | 'html';
export type FigureFormat = 'svg' | 'png';

/** What a command asks the page to do; the page knows what is in view, and draws. */
export type TakeMessage =
  | {
      readonly type: 'copySequence';
      readonly format: CopyFormat;
      /** `Sequence.index` of the one that a menu was opened on; null for the one that is walked in. */
      readonly sequence: number | null;
    }
  | {
      readonly type: 'exportFigure';
      readonly format: FigureFormat;
      /** As above; null for those selected, else those in view. */
      readonly sequence: number | null;
    };

/** Each answered by null. */
export type TakeRequest =
  /** Puts a text on the clipboard, where the page itself may not. */
  | { readonly type: 'copyText'; readonly text: string }
  /** Saves a figure of the neuron that is shown; answered before the reader has said where. */
  | { readonly type: 'saveFigure'; readonly format: 'svg'; readonly content: string }
  | { readonly type: 'saveFigure'; readonly format: 'png'; readonly content: Uint8Array };

/** What the page tells VS Code of a sequence, so that menus on it know which it is. */
export interface SequenceContext {
  readonly webviewSection: 'sequence';
  readonly sequence: number;
}
