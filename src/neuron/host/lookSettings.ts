import * as vscode from 'vscode';
import { settings } from '../../names.ts';
import { type LookMessage, palettes, type Whitespace, whitespaces } from '../../tokens/contract.ts';

const looks: Readonly<Record<LookMessage['type'], { setting: string; read: () => LookMessage }>> = {
  palette: {
    setting: settings.palette,
    read: () => ({ type: 'palette', palette: valueOf(settings.palette, palettes, 'greenAmber') }),
  },
  whitespace: {
    setting: settings.renderWhitespace,
    read: () => ({
      type: 'whitespace',
      whitespace: valueOf(settings.renderWhitespace, whitespaces, 'boundary'),
    }),
  },
};

/** How tokens look, for a page that has loaded. */
export function currentLook(): readonly LookMessage[] {
  return Object.values(looks).map(({ read }) => read());
}

/** Each changed setting, for open pages. */
export function onLookChange(changed: (message: LookMessage) => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    for (const { setting, read } of Object.values(looks))
      if (event.affectsConfiguration(`${settings.section}.${setting}`)) changed(read());
  });
}

/** Changes the setting where it is set, as the editor's own command for white space does. */
export async function setWhitespace(whitespace: Whitespace): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(settings.section);
  const inWorkspace = configuration.inspect(settings.renderWhitespace)?.workspaceValue;
  const target =
    inWorkspace === undefined
      ? vscode.ConfigurationTarget.Global
      : vscode.ConfigurationTarget.Workspace;
  await configuration.update(settings.renderWhitespace, whitespace, target);
}

/** The default if the setting is invalid. */
function valueOf<T>(setting: string, values: readonly T[], byDefault: T): T {
  const set = vscode.workspace.getConfiguration(settings.section).get<unknown>(setting);
  return values.find((each) => each === set) ?? byDefault;
}
