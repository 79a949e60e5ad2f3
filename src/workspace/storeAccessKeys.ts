import type * as vscode from 'vscode';
import type { Given } from '../files/stores/givenAccess.ts';

/** All keys are one secret: VS Code does not list the names of secrets. */
const name = 'stores';

/** The keys and signatures that the user gave for stores, in VS Code's secret storage. */
export class StoreAccessKeys {
  readonly #secrets: vscode.SecretStorage;

  constructor(secrets: vscode.SecretStorage) {
    this.#secrets = secrets;
  }

  /** Also for changes by other windows. */
  onDidChange(changed: () => void): vscode.Disposable {
    return this.#secrets.onDidChange(({ key }) => {
      if (key === name) changed();
    });
  }

  async all(): Promise<readonly Given[]> {
    try {
      const all: unknown = JSON.parse((await this.#secrets.get(name)) ?? '[]');
      return Array.isArray(all) ? (all as Given[]) : [];
    } catch {
      // The system no longer decrypts it.
      return [];
    }
  }

  /** Replaces one for the same root. */
  async add(given: Given): Promise<void> {
    await this.#save([...(await this.#others(given.root)), given]);
  }

  async remove(root: string): Promise<void> {
    await this.#save(await this.#others(root));
  }

  async #others(root: string): Promise<readonly Given[]> {
    return (await this.all()).filter((each) => each.root !== root);
  }

  async #save(all: readonly Given[]): Promise<void> {
    if (all.length === 0) await this.#secrets.delete(name);
    else await this.#secrets.store(name, JSON.stringify(all));
  }
}
