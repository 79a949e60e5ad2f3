import * as vscode from 'vscode';
import { type Access, type AccessOf, askedOnce } from '../files/stores/access.ts';
import type { Address } from '../files/stores/address.ts';
import { endpointsOf } from '../files/stores/endpoints.ts';
import { environmentAccesses, environmentEndpoints } from '../files/stores/environmentAccess.ts';
import { givenFor } from '../files/stores/givenAccess.ts';
import { Transport } from '../files/stores/transport.ts';
import { settings } from '../names.ts';
import { environment, readEnvironmentFile } from '#platform/environment.ts';
import { mostRequests } from '#platform/system.ts';
import { StoreAccessKeys } from './storeAccessKeys.ts';
import { AzureSession } from './storeAccessSession.ts';
import { log } from './tell.ts';

/**
 * How this window gets at stores: by the keys that the user gave, the sign-in to Azure and the
 * environment, in this order. In Restricted Mode by none of them: only public data is read.
 */
export class StoreAccess implements vscode.Disposable {
  readonly keys: StoreAccessKeys;
  readonly session = new AzureSession();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  readonly #environmentAccesses = environmentAccesses(environment, {
    readText: readEnvironmentFile,
  });
  #accessOf = this.#askedOnce();
  #route = readRoute();

  /** There are other accesses or endpoints. What was refused may be read now. */
  readonly onDidChange = this.#changed.event;

  /** Sends requests to the endpoints of the setting. */
  readonly transport = new Transport({
    route: (url) => this.#route(url),
    inFlight: mostRequests,
  });

  /** For a `StoreSource`. */
  readonly accessOf: AccessOf = (address) => this.#accessOf(address);

  constructor(secrets: vscode.SecretStorage) {
    this.keys = new StoreAccessKeys(secrets);
    const forget = () => {
      this.#accessOf = this.#askedOnce();
      this.#changed.fire();
    };
    const reroute = () => {
      this.#route = readRoute();
      forget();
    };
    this.#subscriptions = vscode.Disposable.from(
      this.session,
      this.#changed,
      this.session.onDidChange(forget),
      this.keys.onDidChange(forget),
      vscode.workspace.onDidGrantWorkspaceTrust(reroute),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`${settings.section}.${settings.storesEndpoints}`))
          reroute();
      }),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #askedOnce(): AccessOf {
    return askedOnce((address) => this.#list(address));
  }

  async #list(address: Address): Promise<readonly Access[]> {
    if (!vscode.workspace.isTrusted) return [];
    const given = givenFor(await this.keys.all(), address);
    const session = address.store === 'az' ? await this.session.access() : undefined;
    return [...given, ...(session ? [session] : []), ...this.#environmentAccesses(address)];
  }
}

/** To the endpoints of the setting, or else to those of the environment. */
function readRoute(): (url: string) => string {
  const { section, storesEndpoints } = settings;
  const setting: unknown = vscode.workspace.getConfiguration(section).get(storesEndpoints);
  const own = endpointsOf(setting);
  for (const problem of own.problems)
    log.warn(`Ignored an entry of the setting ${section}.${storesEndpoints}: ${problem}`);
  if (!vscode.workspace.isTrusted) return own.route;
  const others = endpointsOf(environmentEndpoints(environment));
  for (const problem of others.problems)
    log.warn(`Ignored an endpoint in the environment: ${problem}`);
  return (url) => {
    const routed = own.route(url);
    return routed === url ? others.route(url) : routed;
  };
}
