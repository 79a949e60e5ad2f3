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

/** What the page tells VS Code of a sequence, so that menus on it know which it is. */
export interface SequenceContext {
  readonly webviewSection: 'sequence';
  readonly sequence: number;
}
