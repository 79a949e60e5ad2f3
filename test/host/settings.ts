import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export type Settings = Record<string, unknown>;

/** An editor that shows the extension and nothing else: no greetings, offers, or calls home. */
export const quiet: Settings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  // What hovers over a row is in the way of the mouse.
  'workbench.hover.delay': 60_000,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'workbench.settings.enableNaturalLanguageSearch': false,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
  'window.confirmBeforeClose': 'never',
  'workbench.colorTheme': 'Default Dark Modern',
};

/** Folders are not trusted, and no one is asked. */
export const restricted: Settings = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
};

/** The extension runs in a web worker of the browser, as where there is no server. */
export const inWebWorker: Settings = {
  'remote.extensionKind': { 'neuron-explanations.neuron-explanations': ['web'] },
};

export function writeSettings(file: string, settings: Settings): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(settings, undefined, 2)}\n`);
}
