/** Messages about copying sequences and exporting figures. */

export type CopyFormat = 'text' | 'markdown' | 'html';
export type FigureFormat = 'svg' | 'png';

/** A command for the page, which knows what is in view and draws figures. */
export type ShareMessage =
  | {
      readonly type: 'copySequence';
      readonly format: CopyFormat;
      /** `Sequence.index` from a context menu. Null for the sequence of the current token. */
      readonly sequence: number | null;
    }
  | {
      readonly type: 'exportFigure';
      readonly format: FigureFormat;
      /** As above. Null for the selected sequences, else those in view. */
      readonly sequence: number | null;
    };

/** Tells VS Code which sequence a context menu was opened on. */
export interface SequenceContext {
  readonly webviewSection: 'sequence';
  readonly sequence: number;
}
