import { FileError } from '../fileSource.ts';
import type { Access, AccessOf } from './access.ts';
import type { Address } from './address.ts';
import { refusal } from './refusal.ts';
import type { Answer } from './transport.ts';

interface Place {
  readonly address: Address;
  readonly path: string;
}

type What = 'file' | 'listing';

/** Tries the accesses to addresses in turn, and remembers what worked. */
export class AccessOrder {
  readonly #accessOf: AccessOf;
  readonly #mustUse: boolean;
  /** What everyone may read is not always what everyone may list. */
  readonly #worked: Readonly<Record<What, WeakMap<readonly Access[], Access | undefined>>> = {
    file: new WeakMap(),
    listing: new WeakMap(),
  };

  /** `mustUse`: whether addresses are not tried without access. */
  constructor(accessOf: AccessOf, mustUse: boolean) {
    this.#accessOf = accessOf;
    this.#mustUse = mustUse;
  }

  /**
   * The first answer of the store that is no refusal, each access tried once. Rejects with a
   * `FileError` about the first refusal if there is none.
   */
  async try<T extends { readonly answer: Answer }>(
    place: Place,
    what: What,
    send: (access: Access | undefined) => Promise<T>,
  ): Promise<T> {
    const accesses = (await this.#accessOf(place.address)) ?? [];
    const worked = this.#worked[what];
    // Without access at last: a store may refuse an account of others what everyone may read.
    const all = this.#mustUse && accesses.length > 0 ? accesses : [...accesses, undefined];
    const order = worked.has(accesses) ? [...new Set([worked.get(accesses), ...all])] : all;
    let refused: FileError | undefined;
    for (const access of order) {
      const result = await send(access).catch((error: unknown) => {
        // It cannot be signed.
        if (error instanceof FileError && error.remedy === 'access') return error;
        throw error;
      });
      if (result instanceof FileError) refused ??= result;
      else if (isRefused(place, result.answer, what, access, refused !== undefined))
        refused ??= refusal(place, result.answer, what, access);
      else {
        worked.set(accesses, access);
        return result;
      }
    }
    throw refused!;
  }
}

/** Azure hides from strangers that there is a file. */
function isRefused(
  { address }: Place,
  { status, headers }: Answer,
  what: What,
  access: Access | undefined,
  wasRefused: boolean,
): boolean {
  // S3 says so of keys that have expired or do not exist.
  if (status === 400) return address.store === 's3' && access?.kind === 'hmac';
  if (status !== 404) return status === 401 || status === 403 || status === 409;
  if (what === 'listing') return true;
  const code = headers.get('x-ms-error-code');
  return (
    code === 'ResourceNotFound' || (wasRefused && address.store === 'az' && code !== 'BlobNotFound')
  );
}
