import type { AnswerOf, ArgumentOf, Asked, Contract, NameOf } from '../panels/contract.ts';
import type { Reply, RequestMessage } from '../panels/protocol.ts';

/** The argument of a request, where it has one. */
type Argument<C extends Contract, Name extends NameOf<C>> =
  ArgumentOf<C, Name> extends undefined ? [] : [argument: ArgumentOf<C, Name>];

/** What asks the host, by a page's contract. */
export interface Asks<C extends Contract> {
  request<Name extends NameOf<C>>(
    name: Name,
    ...argument: Argument<C, Name>
  ): Promise<AnswerOf<C, Name>>;
}

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: Error) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** Requests to the host. Each settles once: by its reply, by an error, by the time limit, or by `dispose`. */
export class Rpc<C extends Contract> implements Asks<C> {
  readonly #post: (message: RequestMessage<Asked<C>>) => void;
  readonly #limit: number;
  readonly #pending = new Map<number, Pending>();
  #next = 1;

  constructor(post: (message: RequestMessage<Asked<C>>) => void, limitMs = 30_000) {
    this.#post = post;
    this.#limit = limitMs;
  }

  request<Name extends NameOf<C>>(
    name: Name,
    ...[argument]: Argument<C, Name>
  ): Promise<AnswerOf<C, Name>> {
    const id = this.#next++;
    return new Promise((done, reject) => {
      const timer = setTimeout(() => {
        this.#take(id)?.reject(new Error('The extension did not answer.'));
      }, this.#limit);
      // The host's handlers are held to the same contract.
      const resolve = done as (value: unknown) => void;
      this.#pending.set(id, { resolve, reject, timer });
      try {
        this.#post({ type: 'request', id, request: { name, argument } as Asked<C, Name> });
      } catch (error) {
        this.#take(id)?.reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
  }

  /** A reply to an unknown id is one that came too late; nobody waits for it. */
  settle({ id, result }: Reply): void {
    const pending = this.#take(id);
    if (!pending) return;
    if ('error' in result) pending.reject(new Error(result.error));
    else pending.resolve(result.ok);
  }

  dispose(): void {
    for (const id of [...this.#pending.keys()]) {
      this.#take(id)?.reject(new Error('The page was closed.'));
    }
  }

  #take(id: number): Pending | undefined {
    const pending = this.#pending.get(id);
    if (!pending) return undefined;
    this.#pending.delete(id);
    clearTimeout(pending.timer);
    return pending;
  }
}
