import * as vscode from 'vscode';
import { findExplanationDirectories } from '../catalog/build/discover.ts';
import type { DeclaredRange } from '../dialects/openai/declaredFiles.ts';
import { FileError } from '../files/fileSource.ts';
import { commands, views } from '../names.ts';
import type { NeuronPanels } from '../neuron/host/neuronPanels.ts';
import { formatCount } from '../text/number.ts';
import type { Catalogs } from '../workspace/catalogs.ts';
import { chooseDirectory } from '../workspace/chooseDirectory.ts';
import type { Directories, KnownDirectory } from '../workspace/directories.ts';
import { directoryKey, placeOf, uriOf } from '../workspace/place.ts';
import { publicData } from '../workspace/publicData.ts';
import { withoutLinks } from '../workspace/plainText.ts';
import { addressOf, placeAtAddress, uriOfAddress } from '../workspace/stores.ts';
import { costOf } from '../workspace/storeCost.ts';
import { confirm, warn } from '../workspace/tell.ts';
import type { Node } from './nodes.ts';

/** Limits of the search below an address. */
const limits = { depth: 2, folders: 50 };

/** Registers the commands for directories in stores and on web servers. */
export function registerStoreCommands(
  directories: Directories,
  catalogs: Catalogs,
  panels: NeuronPanels,
): vscode.Disposable {
  const register = (command: string, run: (argument: unknown) => unknown) =>
    vscode.commands.registerCommand(command, run);
  return vscode.Disposable.from(
    register(commands.addAddress, (argument) => addAddress(directories, panels, argument)),
    register(commands.openPublicData, () => openPublicData(directories, panels)),
    register(commands.indexAll, (argument) => indexAll(directories, catalogs, argument)),
  );
}

async function openPublicData(directories: Directories, panels: NeuronPanels): Promise<void> {
  const sets = publicData.map((data) => ({
    label: data.label,
    description: vscode.l10n.t(
      '{0} layers with {1} neurons each',
      formatCount(data.layers),
      formatCount(data.neurons),
    ),
    detail: data.address,
    data,
  }));
  const other = { label: vscode.l10n.t('Add Directory from Address…'), data: undefined };
  const chosen = await vscode.window.showQuickPick([...sets, other], {
    placeHolder: vscode.l10n.t('Select a data set'),
    matchOnDetail: true,
  });
  if (!chosen) return;
  if (!chosen.data) return addAddress(directories, panels, undefined);
  await directories.add(uriOfAddress(chosen.data.address));
  await showTree();
}

/** Adds what is at the address in the argument, or at one that the user types. */
async function addAddress(
  directories: Directories,
  panels: NeuronPanels,
  argument: unknown,
): Promise<void> {
  const typed = typeof argument === 'string' ? argument : await askForAddress();
  const place = typed === undefined ? undefined : placeAtAddress(typed.trim());
  if (!place) return;
  const { uri, query } = place;
  // It gives access, and goes to the keys.
  if (query !== undefined) await vscode.commands.executeCommand(commands.addStoreKey, typed);
  const neuron = directories.neuronAt(uri);
  if (neuron) return panels.open(neuron);
  const declared = directories.declaredAt(uri) ?? (await lookAt(directories, uri));
  if (declared) {
    await directories.add(uri, declared === 'listed' ? undefined : declared);
    await showTree();
  }
}

async function askForAddress(): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Add Directory from Address'),
    prompt: vscode.l10n.t('Azure, Google Cloud Storage, S3 or a web server'),
    placeHolder: 'az://account/container/explanations',
    ignoreFocusOut: true,
    validateInput(typed) {
      const expected = vscode.l10n.t(
        'Expected an address that begins with az://, gs://, s3:// or https://',
      );
      try {
        return typed.trim() === '' || placeAtAddress(typed.trim()) ? undefined : expected;
      } catch (error) {
        return error instanceof FileError ? error.message : expected;
      }
    },
  });
}

/**
 * Lists a directory before it is added, or adds those below it. Undefined if there is nothing to
 * add, else `listed` or what the user says is there.
 */
async function lookAt(
  directories: Directories,
  uri: vscode.Uri,
): Promise<'listed' | DeclaredRange | undefined> {
  const { source, path } = placeOf(uri);
  try {
    const location = vscode.ProgressLocation.Notification;
    const title = withoutLinks(vscode.l10n.t('Listing {0}', path));
    const found = await vscode.window.withProgress({ location, title }, async () => {
      // The search skips folders that cannot be listed. This one must be.
      await source.readDirectory(path);
      return findExplanationDirectories(source, path, limits);
    });
    const below = found.map((each) => uriOf({ source, path: each }));
    if (below.some((each) => directoryKey(each) === directoryKey(uri))) return 'listed';
    for (const each of below) await directories.add(each);
    if (below.length > 0) return void (await showTree());
    const message = vscode.l10n.t(
      'No explanations found in {0}. Expected numbered folders with files such as 131.jsonl.',
      path,
    );
    const add = vscode.l10n.t('Add Anyway');
    return (await warn(message, add)) === add ? 'listed' : undefined;
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return afterRefusal(directories, uri, error);
  }
}

/** Offers what may help: a key, a sign-in, another try, or to do without a listing. */
async function afterRefusal(
  directories: Directories,
  uri: vscode.Uri,
  error: FileError,
): Promise<'listed' | DeclaredRange | undefined> {
  const addKey = vscode.l10n.t('Add Key…');
  const signIn = vscode.l10n.t('Sign In…');
  const declare = vscode.l10n.t('Enter Layers and Neurons…');
  const retry = vscode.l10n.t('Try Again');
  const isDenied = error.remedy === 'access';
  const answer = await warn(
    `${error.message}.`,
    ...(isDenied ? [addKey] : []),
    ...(isDenied && uri.scheme === 'az' ? [signIn] : []),
    error.transient ? retry : declare,
  );
  if (answer === declare) return askForRange();
  if (answer === undefined) return undefined;
  if (answer === addKey) await vscode.commands.executeCommand(commands.addStoreKey, addressOf(uri));
  if (answer === signIn) await vscode.commands.executeCommand(commands.signInToAzure);
  return lookAt(directories, uri);
}

/** For a directory that cannot be listed. */
async function askForRange(): Promise<DeclaredRange | undefined> {
  const layers = await askForCount(vscode.l10n.t('Number of layers, such as 48'), 10_000);
  if (layers === undefined) return undefined;
  const neurons = await askForCount(
    vscode.l10n.t('Number of neurons in each layer, such as 6400'),
    1_048_576,
  );
  return neurons === undefined ? undefined : { layers, neurons };
}

async function askForCount(prompt: string, most: number): Promise<number | undefined> {
  const isCount = (typed: string) => /^\d+$/.test(typed) && +typed > 0 && +typed <= most;
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Enter Layers and Neurons'),
    prompt,
    ignoreFocusOut: true,
    validateInput: (text) =>
      text === '' || isCount(text.trim())
        ? undefined
        : vscode.l10n.t('Expected a number from 1 to {0}', formatCount(most)),
  });
  return typed && isCount(typed.trim()) ? Number(typed) : undefined;
}

/** Indexes the layer or directory in the argument, or one that the user selects. */
async function indexAll(
  directories: Directories,
  catalogs: Catalogs,
  argument: unknown,
): Promise<void> {
  const node = argument as Node | undefined;
  const layer = node?.kind === 'layer' ? node.layer : undefined;
  const known: KnownDirectory | undefined =
    node?.kind === 'layer'
      ? node.parent.known
      : await chooseDirectory(
          directories,
          argument,
          (each) => catalogs.progress(each)?.state === 'partial',
        );
  if (!known) return;
  const { directory, name } = known;
  const left = directory.toRead(layer?.key);
  if (!directory.source.isRemote || left.files === 0) return;
  const what = layer
    ? vscode.l10n.t('Index layer {0} of {1}?', layer.label, name)
    : vscode.l10n.t('Index all neurons of {0}?', name);
  const rest = vscode.l10n.t(
    'You can pause at any time. If you close the window, indexing continues when you reopen it.',
  );
  if (!(await confirm(what, `${costOf(left)} ${rest}`, vscode.l10n.t('Start Indexing')))) return;
  await catalogs.readWhole(directory, layer?.key);
}

async function showTree(): Promise<void> {
  await vscode.commands.executeCommand(`${views.neurons}.focus`);
}
