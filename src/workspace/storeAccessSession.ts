import * as vscode from 'vscode';
import { AccessError, type TokenAccess } from '../files/stores/access.ts';
import { renewed } from '../files/stores/tokens.ts';

const provider = 'microsoft';
const scopes = ['https://storage.azure.com/user_impersonation'];
/** Seconds. VS Code renews tokens itself. So often it is asked for them. */
const validFor = 6 * 60;
/** Milliseconds. Builds of VS Code without this sign-in say so only after some seconds. */
const longestWait = 1500;

/** The user's sign-in to Azure in VS Code, if this extension was allowed to use it. */
export class AzureSession implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;
  #access: TokenAccess | undefined;
  #isThere: Promise<boolean> | undefined;

  /** The user signed in or out, as far as that matters here. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#subscription = vscode.authentication.onDidChangeSessions((change) => {
      if (change.provider.id !== provider || !this.#isThere) return;
      this.#forget();
    });
  }

  /** Undefined if the user is not signed in, or if the provider has not answered yet. */
  async access(): Promise<TokenAccess | undefined> {
    const access = (this.#access ??= renewed(askSilently));
    this.#isThere ??= access.token().then(
      (token) => token !== undefined,
      () => false,
    );
    const isThere = await Promise.race([this.#isThere, timeout(longestWait)]);
    if (isThere === undefined)
      void this.#isThere.then((there) => {
        if (there) this.#changed.fire();
      });
    return isThere ? access : undefined;
  }

  /** Opens VS Code's dialog. Rejects if the user closes it, or if there is no such sign-in. */
  async signIn(): Promise<vscode.AuthenticationSession> {
    const session = await vscode.authentication.getSession(provider, scopes, {
      createIfNone: true,
    });
    // VS Code says nothing where the user was signed in, and only now lets this extension use it.
    this.#forget();
    return session;
  }

  #forget(): void {
    this.#access = this.#isThere = undefined;
    this.#changed.fire();
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}

async function askSilently() {
  try {
    const session = await vscode.authentication.getSession(provider, scopes, { silent: true });
    return { token: session?.accessToken, seconds: validFor };
  } catch (error) {
    throw new AccessError(`VS Code could not use the Microsoft sign-in: ${String(error)}`);
  }
}

function timeout(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));
}
