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

export type Result = { readonly ok: unknown } | { readonly error: string };

/** The result of doing what a page asked for; never rejects. */
export async function resultOf(doing: () => unknown): Promise<Result> {
  try {
    return { ok: await doing() };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
