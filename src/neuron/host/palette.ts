import * as vscode from 'vscode';
import { settings } from '../../names.ts';
import type { Palette } from '../contract/protocol.ts';

const palettes: readonly Palette[] = ['greenAmber', 'blueOrange', 'redBlue'];

/** The default if the setting is invalid. */
export function palette(): Palette {
  const set = vscode.workspace.getConfiguration(settings.section).get<unknown>(settings.palette);
  return palettes.find((each) => each === set) ?? 'greenAmber';
}

export function onPaletteChange(changed: (palette: Palette) => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(`${settings.section}.${settings.palette}`)) changed(palette());
  });
}
