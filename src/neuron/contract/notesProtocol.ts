/** What the page and its host say to each other of notes. */

export type ShownVerdict = 'right' | 'partly' | 'wrong';

/** What the user has noted of the neuron. */
export interface ShownNote {
  readonly starred: boolean;
  readonly verdict: ShownVerdict | null;
  /** Empty where there is none. */
  readonly note: string;
}

/** Something else is noted of the neuron of this URI now. */
export interface NoteMessage {
  readonly type: 'note';
  readonly uri: string;
  readonly note: ShownNote;
}
