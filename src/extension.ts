import { provideSample } from '#platform/sample.ts';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ExplanationDirectory } from './catalog/rows/explanationDirectory.ts';
import { registerComparisonCommands } from './comparison/host/comparisonCommands.ts';
import { comparisonPanels, type ComparisonPanels } from './comparison/host/comparisonPanels.ts';
import { commands } from './names.ts';
import { ActiveNeuron } from './neuron/host/activeNeuron.ts';
import { registerNeuronCommands, registerPageCommands } from './neuron/host/neuronCommands.ts';
import { LinkHandler } from './neuron/host/linkHandler.ts';
import { NeuronEditor } from './neuron/host/neuronEditor.ts';
import { NeuronPanels } from './neuron/host/neuronPanels.ts';
import { describeNeuronJob, NeuronReader, type PagePool } from './neuron/host/neuronReader.ts';
import { registerNeuronpediaCommand } from './neuron/host/neuronpediaCommand.ts';
import { registerShareCommands } from './neuron/host/shareCommands.ts';
import { registerNoteCommands } from './neuron/host/noteCommands.ts';
import { Notes } from './notes/notes.ts';
import { registerSampleCommand } from './overview/host/openSample.ts';
import { OverviewPanels, registerOverviewCommand } from './overview/host/overviewPanels.ts';
import { registerCheckCommand } from './problems/checkCommand.ts';
import { FileProblems } from './problems/fileProblems.ts';
import { registerPaletteCommands } from './search/paletteCommands.ts';
import { registerPinnedCommands } from './search/pinnedCommands.ts';
import { PinnedResults } from './search/pinnedResults.ts';
import { SearchCommand } from './search/searchCommand.ts';
import { registerAutoReveal } from './sidebar/autoReveal.ts';
import { markDecorations } from './sidebar/marks.ts';
import { NeuronTree } from './sidebar/neuronTree.ts';
import { NewsBadge } from './sidebar/newsBadge.ts';
import { registerSidebarCommands } from './sidebar/sidebarCommands.ts';
import { registerStoreCommands } from './sidebar/storeCommands.ts';
import { TreeChoices } from './sidebar/treeChoices.ts';
import { Catalogs } from './workspace/catalogs.ts';
import { CatalogStatus } from './workspace/catalogStatus.ts';
import { Directories } from './workspace/directories.ts';
import { exportCatalogCommand } from './workspace/exportCommand.ts';
import { channel, log } from './workspace/tell.ts';
import { Lookout } from './workspace/lookout.ts';
import { Neuronpedia } from './workspace/neuronpedia.ts';
import { registerReportCommands } from './workspace/reportIssue.ts';
import { StoreAccess } from './workspace/storeAccess.ts';
import { registerStoreAccessCommands } from './workspace/storeAccessCommands.ts';
import { openStores } from './workspace/stores.ts';
import { registerStoreFileSystems } from './workspace/storeFileSystem.ts';
import { forPages, threadPool } from './workspace/threads.ts';

/** For tests in the extension host, since VS Code does not expose what a tree shows. */
export interface Parts {
  readonly directories: Directories;
  readonly catalogs: Catalogs;
  readonly lookout: Lookout;
  readonly choices: TreeChoices;
  readonly tree: NeuronTree;
  readonly panels: NeuronPanels;
  readonly overviews: OverviewPanels;
  readonly comparisons: ComparisonPanels;
  readonly pinned: PinnedResults;
  readonly notes: Notes;
  readonly links: LinkHandler;
  readonly reader: NeuronReader;
  readonly neuronpedia: Neuronpedia;
  readonly storeAccess: StoreAccess;
}

let close: (() => Promise<void>) | undefined;

export function activate(context: vscode.ExtensionContext): Parts {
  const { extension, extensionUri, secrets, subscriptions, workspaceState } = context;
  log.info(beginning(extension));
  // For code that pages or worker threads share, which cannot ask VS Code.
  l10n.config({ contents: vscode.l10n.bundle ?? {} });
  const sample = provideSample(extensionUri);
  const storeAccess = new StoreAccess(secrets);
  openStores(storeAccess);
  const directories = new Directories(sample.uri, workspaceState);
  const catalogs = new Catalogs(directories, context);
  close = () => catalogs.close();
  const lookout = new Lookout(directories, catalogs);
  const pinned = new PinnedResults((neuron) => lookout.isThere(neuron), lookout.onLook);
  const choices = new TreeChoices(workspaceState);
  const notes = new Notes(directories, workspaceState);
  const neuronpedia = new Neuronpedia();
  const tree = new NeuronTree(directories, catalogs, notes, pinned, choices, neuronpedia);
  const pagePool: PagePool = threadPool(extensionUri, describeNeuronJob, forPages);
  const reader = new NeuronReader(pagePool);
  const panels = new NeuronPanels(extensionUri, directories, { notes, lookout, reader });
  const links = new LinkHandler(directories, panels);
  const search = new SearchCommand(directories, catalogs, panels, pinned, workspaceState);
  const overviews = new OverviewPanels(extensionUri, directories, catalogs, notes, panels);
  const active = new ActiveNeuron(directories, panels);
  const comparisons = comparisonPanels(extensionUri, { directories, lookout, reader });
  const checkerOf = (directory: ExplanationDirectory) => catalogs.filesOf(directory);
  const { bugs } = extension.packageJSON as { bugs: { url: string } };
  const help = vscode.Uri.parse(bugs.url.replace(/\/issues$/, '/blob/HEAD/docs/problems.md'));
  const problems = new FileProblems(directories, panels, checkerOf, help, catalogs);
  subscriptions.push(
    channel,
    sample,
    storeAccess,
    // What was refused may be read now.
    storeAccess.onDidChange(() => void directories.refresh()),
    directories,
    catalogs,
    lookout,
    new CatalogStatus(directories, catalogs),
    choices,
    notes,
    neuronpedia,
    tree,
    tree.onDidOpenLayer(() => panels.prepare()),
    new NewsBadge(tree, directories, catalogs, workspaceState),
    registerAutoReveal(tree, active, panels),
    vscode.window.registerFileDecorationProvider(markDecorations),
    pagePool,
    panels,
    pinned,
    overviews,
    comparisons,
    new NeuronEditor(directories, panels).register(),
    registerNeuronCommands(directories, active, panels, tree),
    registerPageCommands(panels),
    registerNoteCommands(notes, directories, active, panels),
    registerShareCommands(directories, active, panels, extension.id),
    registerNeuronpediaCommand(neuronpedia, active, panels),
    vscode.window.registerUriHandler(links),
    registerSidebarCommands(directories, tree, choices, pinned, active, panels),
    registerStoreFileSystems(),
    registerStoreCommands(directories, catalogs, panels),
    registerPaletteCommands(directories, panels, search),
    registerPinnedCommands(pinned, directories, active, panels),
    registerOverviewCommand(directories, overviews),
    registerSampleCommand(directories, catalogs, overviews, panels),
    registerComparisonCommands(directories, active, comparisons),
    problems,
    registerCheckCommand(directories, checkerOf, problems),
    registerReportCommands(directories, extension),
    registerStoreAccessCommands(storeAccess),
    vscode.commands.registerCommand(commands.exportCatalog, (argument: unknown) =>
      exportCatalogCommand(directories, catalogs, argument),
    ),
  );
  return {
    directories,
    catalogs,
    lookout,
    choices,
    tree,
    panels,
    overviews,
    comparisons,
    pinned,
    notes,
    links,
    reader,
    neuronpedia,
    storeAccess,
  };
}

/** Saves the catalogs, so that the next window continues from there. */
export function deactivate(): Promise<void> | undefined {
  return close?.();
}

function beginning({ packageJSON }: vscode.Extension<unknown>): string {
  const { version } = packageJSON as { version: string };
  const trust = vscode.workspace.isTrusted ? 'trusted' : 'in Restricted Mode';
  return `Neuron Explanations ${version} in VS Code ${vscode.version}; the workspace is ${trust}`;
}
