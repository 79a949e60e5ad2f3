import * as l10n from '@vscode/l10n';
import type {
  AnswerOf,
  ArgumentOf,
  Asked,
  Contract,
  NameOf,
  Reply,
  RequestMessage,
} from '../panels/contract.ts';

/** Empty for a request without argument. */
type Argument<C extends Contract, Name extends NameOf<C>> =
  ArgumentOf<C, Name> extends undefined ? [] : [argument: ArgumentOf<C, Name>];

/** Sends the requests of a page's contract to the host. */
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

/** Each request settles once: by its reply, an error, the time limit or `dispose`. */
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
        this.#remove(id)?.reject(new Error(l10n.t('No answer from the extension.')));
      }, this.#limit);
      // The host's handlers have the answer types of the same contract.
      const resolve = done as (value: unknown) => void;
      this.#pending.set(id, { resolve, reject, timer });
      try {
        this.#post({ type: 'request', id, request: { name, argument } as Asked<C, Name> });
      } catch (error) {
        this.#remove(id)?.reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
  }

  /** Ignores a reply with an unknown ID: it is too late. */
  settle({ id, result }: Reply): void {
    const pending = this.#remove(id);
    if (!pending) return;
    if ('error' in result) pending.reject(new Error(result.error));
    else pending.resolve(result.ok);
  }

  dispose(): void {
    for (const id of [...this.#pending.keys()]) {
      this.#remove(id)?.reject(new Error(l10n.t('The page was closed.')));
    }
  }

  #remove(id: number): Pending | undefined {
    const pending = this.#pending.get(id);
    if (!pending) return undefined;
    this.#pending.delete(id);
    clearTimeout(pending.timer);
    return pending;
  }
}
