/**
 * What all pages and their hosts say to each other: a page's request carries an id and is always answered by a `Reply` with either a
 * value or an error.
 */
export interface RequestMessage<Request> {
  readonly type: 'request';
  readonly id: number;
  readonly request: Request;
}

export interface Reply {
  readonly type: 'reply';
  readonly id: number;
  readonly result: Result;
}

export type Result =
  | { readonly ok: unknown }
  /** `superseded`: the page shows something else by now, so no one waits for the answer. */
  | { readonly error: string; readonly superseded?: true };

/** What was asked for is shown no longer. That is no failure. */
export class Superseded extends Error {}

/** The result of doing what a page asked for; never rejects. */
export async function resultOf(doing: () => unknown): Promise<Result> {
  try {
    return { ok: await doing() };
  } catch (error) {
    if (error instanceof Superseded) return { error: error.message, superseded: true };
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
