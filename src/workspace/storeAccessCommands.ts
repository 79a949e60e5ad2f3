import * as vscode from 'vscode';
import { FileError } from '../files/fileSource.ts';
import { type Address, addressText, type Parsed, parseAddress } from '../files/stores/address.ts';
import {
  type Given,
  type GivenProblem,
  parseAzureSecret,
  parseWebQuery,
} from '../files/stores/givenAccess.ts';
import { StoreSource } from '../files/stores/storeSource.ts';
import { commands } from '../names.ts';
import { plainLabel, withoutLinks } from './plainText.ts';
import type { StoreAccess } from './storeAccess.ts';
import { log, tell, warn } from './tell.ts';
import { tellRestricted } from './trust.ts';

/** The first names that a test found. */
const mostNames = 5;
/** What the IDs of Amazon's temporary keys begin with. */
const temporary = 'ASIA';

/** Registers “Add Key for Store…”, “Remove Key for Store…” and “Sign In to Azure…”. */
export function registerStoreAccessCommands(access: StoreAccess): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.addStoreKey, (address: unknown) =>
      unlessRestricted(() => addKey(access, address)),
    ),
    vscode.commands.registerCommand(commands.removeStoreKey, () => removeKey(access)),
    vscode.commands.registerCommand(commands.signInToAzure, () =>
      unlessRestricted(() => signIn(access)),
    ),
  );
}

async function unlessRestricted<T>(run: () => Promise<T>): Promise<T | undefined> {
  if (vscode.workspace.isTrusted) return run();
  await tellRestricted(
    vscode.l10n.t(
      'In Restricted Mode, only public data in stores can be read. Trust this workspace to use keys and sign-ins.',
    ),
  );
  return undefined;
}

/**
 * Asks for what the argument does not say: an address, which may have a signature behind it.
 * Resolves with whether a key was saved.
 */
async function addKey(access: StoreAccess, argument: unknown): Promise<boolean> {
  const named = typeof argument === 'string' ? addressIn(argument) : undefined;
  const parsed = named ?? (await askForAddress());
  const given = parsed && (await askForSecret(parsed));
  if (!given) return false;
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: withoutLinks(vscode.l10n.t('Testing the key for {0}', given.root)),
  };
  const { works, message } = await vscode.window.withProgress(options, () =>
    test(access, parsed.address, given),
  );
  if (!works) {
    const save = vscode.l10n.t('Save Anyway');
    if ((await warn(message, save)) !== save) return false;
  }
  await access.keys.add(given);
  log.info(`A key for ${given.root} was added`);
  if (works) void tell(message);
  return true;
}

/** Lists a folder, or asks for a file of a web server, with nothing else than the key. */
async function test(
  { transport }: StoreAccess,
  address: Address,
  { root, access }: Given,
): Promise<{ readonly works: boolean; readonly message: string }> {
  const source = new StoreSource(transport, () => Promise.resolve([access]), true);
  const path = addressText(address);
  try {
    if (address.store === 'web') {
      await source.stat(path);
      return { works: true, message: vscode.l10n.t('The server accepted the key for {0}.', root) };
    }
    const names = (await source.readDirectoryStart(path)).map(({ name }) => name);
    const message =
      names.length === 0
        ? vscode.l10n.t('The key for {0} works. {1} is empty or does not exist.', root, path)
        : vscode.l10n.t('The key for {0} works. Found: {1}.', root, someOf(names));
    return { works: true, message };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const { reason } = error;
    const message = vscode.l10n.t(
      'The key for {0} was not saved because the test failed: {1}.',
      root,
      reason,
    );
    return { works: false, message };
  }
}

function someOf(names: readonly string[]): string {
  const some = names.slice(0, mostNames).join(', ');
  return names.length > mostNames ? `${some}, …` : some;
}

async function askForAddress(): Promise<Parsed | undefined> {
  const expected = 'az://account/container, gs://bucket, s3://bucket, https://host/';
  const typed = await vscode.window.showInputBox({
    title: title(),
    prompt: vscode.l10n.t('The address of a container, a bucket or a web server.'),
    placeHolder: expected,
    ignoreFocusOut: true,
    validateInput: (text) =>
      text === '' || addressIn(text)
        ? undefined
        : vscode.l10n.t('Expected an address such as {0}.', expected),
  });
  return addressIn(typed ?? '');
}

function addressIn(typed: string): Parsed | undefined {
  try {
    return parseAddress(typed.trim());
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}

async function askForSecret({ address, query }: Parsed): Promise<Given | undefined> {
  if (address.store === 'gs' || address.store === 's3') return askForAccessKey(address);
  const isAzure = address.store === 'az';
  const parse = (typed: string) =>
    isAzure ? parseAzureSecret(address, typed, new Date()) : parseWebQuery(address, typed);
  const behindAddress = parse(query ?? '');
  if (typeof behindAddress !== 'string') return behindAddress;
  return askFor(
    isAzure
      ? vscode.l10n.t('The account key, a shared access signature (SAS) or a connection string.')
      : vscode.l10n.t('The query that gives access, such as token=….'),
    parse,
  );
}

async function askForAccessKey({ root }: Address): Promise<Given | undefined> {
  const ask = (prompt: string) =>
    askFor(prompt, (typed) => (typed.trim() ? { text: typed.trim() } : 'empty'));
  const id = await ask(vscode.l10n.t('The ID of the access key (HMAC key).'));
  const secret = id && (await ask(vscode.l10n.t('The secret of the access key (HMAC key).')));
  if (!secret) return undefined;
  const access = { kind: 'hmac', id: id.text, secret: secret.text } as const;
  if (!id.text.startsWith(temporary)) return { root, access };
  const session = await ask(vscode.l10n.t('The session token of the temporary access key.'));
  return session && { root, access: { ...access, session: session.text } };
}

/** Asks for a secret. Undefined if the user gives none. */
async function askFor<T extends object>(
  prompt: string,
  parse: (typed: string) => T | GivenProblem,
): Promise<T | undefined> {
  const typed = await vscode.window.showInputBox({
    title: title(),
    prompt,
    password: true,
    ignoreFocusOut: true,
    validateInput(text) {
      const parsed = parse(text);
      return typeof parsed === 'string' ? problemText(parsed) : undefined;
    },
  });
  const parsed = parse(typed ?? '');
  return typeof parsed === 'string' ? undefined : parsed;
}

/** Nothing is said of an empty box: so it opens. */
function problemText(problem: GivenProblem): string | undefined {
  switch (problem) {
    case 'empty':
      return undefined;
    case 'unknown':
      return vscode.l10n.t('This is not a key, signature or query. Check that it is complete.');
    case 'otherAccount':
      return vscode.l10n.t('This is for another storage account.');
    case 'otherContainer':
      return vscode.l10n.t('This is for another container.');
    case 'expired':
      return vscode.l10n.t('This signature has expired.');
    case 'noReading':
      return vscode.l10n.t('This signature does not allow reading.');
    case 'noSecret':
      return vscode.l10n.t('This connection string has neither a key nor a signature.');
  }
}

function title(): string {
  return vscode.l10n.t('Add Key for Store');
}

async function removeKey({ keys }: StoreAccess): Promise<void> {
  const all = await keys.all();
  if (all.length === 0) {
    void tell(vscode.l10n.t('There are no saved keys for stores.'));
    return;
  }
  const items = all.map(({ root, access }) => ({
    label: plainLabel(root),
    description: kindText(access.kind),
    root,
  }));
  const placeHolder = vscode.l10n.t('Select the key to remove');
  const chosen = await vscode.window.showQuickPick(items, { placeHolder });
  if (!chosen) return;
  await keys.remove(chosen.root);
  log.info(`The key for ${chosen.root} was removed`);
  void tell(vscode.l10n.t('Removed the key for {0}.', chosen.root));
}

function kindText(kind: Given['access']['kind']): string {
  switch (kind) {
    case 'sharedKey':
      return vscode.l10n.t('account key');
    case 'query':
      return vscode.l10n.t('signature or query');
    case 'hmac':
      return vscode.l10n.t('access key');
  }
}

async function signIn({ session }: StoreAccess): Promise<void> {
  try {
    const { account } = await session.signIn();
    void tell(vscode.l10n.t('Signed in to Azure as {0}.', account.label));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void warn(vscode.l10n.t('Could not sign in to Azure: {0}', reason));
  }
}
