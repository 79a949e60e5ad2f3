import * as vscode from 'vscode';
import type { ExplanationDirectory } from '../../../src/catalog/rows/explanationDirectory.ts';
import type { Parts } from '../../../src/extension.ts';
import type { HostMessage } from '../../../src/overview/contract/contract.ts';
import { OverviewData } from '../../../src/overview/host/overviewData.ts';
import { OverviewPanel } from '../../../src/overview/host/overviewPanel.ts';
import { PlayedWebview } from './playedWebview.ts';

/** An overview in a panel named “played”, whose page the test plays. */
export function playedOverview(
  { directories, catalogs, notes, panels }: Parts,
  directory: ExplanationDirectory,
): { readonly webview: PlayedWebview<HostMessage>; readonly dispose: () => void } {
  const webview = new PlayedWebview<HostMessage>();
  const panel = vscode.window.createWebviewPanel('test', 'played', vscode.ViewColumn.One);
  const { extensionUri } = vscode.extensions.getExtension(
    'neuron-explanations.neuron-explanations',
  )!;
  const overview = new OverviewPanel(
    new Proxy(panel, {
      get: (of, name) => (name === 'webview' ? webview : (Reflect.get(of, name, of) as unknown)),
    }),
    extensionUri,
    new OverviewData(directory),
    directories,
    catalogs,
    notes,
    panels,
  );
  return {
    webview,
    dispose: () => {
      overview.dispose();
      panel.dispose();
    },
  };
}
