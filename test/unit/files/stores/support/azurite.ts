import { createHmac } from 'node:crypto';
import { parseConnectionString } from '../../../../../src/files/stores/connectionString.ts';

const development = parseConnectionString('UseDevelopmentStorage=true')!;
export const account = development.account;
const { access } = development;
export const key = access?.kind === 'sharedKey' ? access.key : '';

interface Grant {
  /** Letters, such as `rl` for reading and listing. */
  readonly permissions: string;
  readonly expires?: string;
}

/** A shared access signature of the account. Source: “Create an account SAS”. */
export function accountSignature({ permissions, expires = '2100-01-01' }: Grant): string {
  const version = '2018-11-09';
  const text = [account, permissions, 'b', 'sco', '', expires, '', '', version, ''].join('\n');
  const sig = createHmac('sha256', Buffer.from(key, 'base64')).update(text).digest('base64');
  const parts = { sv: version, ss: 'b', srt: 'sco', sp: permissions, se: expires, sig };
  return new URLSearchParams(parts).toString();
}

/** Writes to the account. */
export class AzureWriter {
  readonly #base: string;

  constructor(origin: string) {
    this.#base = `${origin}/${account}`;
  }

  /** Makes a container. The public may list it and read its blobs, or read only, or neither. */
  async makeContainer(name: string, access?: 'container' | 'blob'): Promise<void> {
    const headers: Record<string, string> = access ? { 'x-ms-blob-public-access': access } : {};
    await this.#put(`/${name}?restype=container&`, headers);
  }

  async write(container: string, name: string, text: string): Promise<void> {
    const path = `/${container}/${encodeURIComponent(name)}?`;
    await this.#put(path, { 'x-ms-blob-type': 'BlockBlob' }, text);
  }

  async #put(path: string, headers: Record<string, string>, body?: string): Promise<void> {
    const url = this.#base + path + accountSignature({ permissions: 'rwlac' });
    const response = await fetch(url, {
      method: 'PUT',
      headers,
      ...(body !== undefined && { body }),
    });
    if (!response.ok) throw new Error(`PUT ${path}: ${response.status} ${await response.text()}`);
  }
}
