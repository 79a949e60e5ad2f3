/** Messages about the user's notes. */

export type ShownVerdict = 'right' | 'partly' | 'wrong';

/** The user's star, verdict and note. */
export interface ShownNote {
  readonly starred: boolean;
  readonly verdict: ShownVerdict | null;
  /** Empty if there is none. */
  readonly note: string;
}

/** The star, verdict or note of this neuron changed. */
export interface NoteMessage {
  readonly type: 'note';
  readonly uri: string;
  readonly note: ShownNote;
}
