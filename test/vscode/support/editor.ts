import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Parts } from '../../../src/extension.ts';
import type { Node } from '../../../src/sidebar/nodes.ts';

/** What takes longer never comes. The milliseconds leave a busy machine time. */
const patience = 45_000;
const interval = 50;

export async function activated(): Promise<Parts> {
  const extension = vscode.extensions.getExtension<Parts>(
    'neuron-explanations.neuron-explanations',
  );
  assert.ok(extension, 'the extension is not there');
  const parts = await extension.activate();
  await parts.directories.ready;
  return parts;
}

/** Waits until `probe` returns a value: VS Code has few events for what is done. */
export async function eventually<T>(
  what: string | (() => string),
  probe: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const result = await probe();
    if (result !== undefined && result !== false) return result;
    if (Date.now() > end)
      assert.fail(`this did not come about: ${typeof what === 'string' ? what : what()}`);
    await new Promise((resolve) => setTimeout(resolve, interval));
  }
}

/** A node as the tree would show it: label and description. */
export function shown(parts: Parts, node: Node): string {
  const { description } = parts.tree.getTreeItem(node);
  const label = labelOf(parts, node);
  return typeof description === 'string' ? `${label} | ${description}` : label;
}

export function labelOf({ tree }: Parts, node: Node): string {
  const { label } = tree.getTreeItem(node);
  return typeof label === 'string' ? label : (label?.label ?? '');
}

/**
 * The node at the end of a way of labels from the root, as `explanations`, `Layer 5`, `131`.
 * Directories are named by their folders: among others, the tree shows other names of them.
 */
export async function findNode(parts: Parts, ...labels: string[]): Promise<Node> {
  let node: Node | undefined;
  for (const label of labels) {
    const children: Node[] = await parts.tree.getChildren(node);
    const found = children.map((child) =>
      child.kind === 'directory' ? child.known.label : labelOf(parts, child),
    );
    node = children[found.indexOf(label)];
    assert.ok(node, `expected ${label} among ${found.join(', ')}`);
  }
  return node!;
}

export async function childLabels(parts: Parts, ...labels: string[]): Promise<string[]> {
  const node = labels.length > 0 ? await findNode(parts, ...labels) : undefined;
  const children = await parts.tree.getChildren(node);
  return children.map((child) => labelOf(parts, child));
}

export function folder(name: string): vscode.WorkspaceFolder | undefined {
  return vscode.workspace.workspaceFolders?.find((candidate) => candidate.name === name);
}

/** The folder of the workspace that holds a copy of the samples; tests may change it. */
export function samples(): vscode.Uri {
  const found = folder('samples');
  assert.ok(found, 'the workspace has no folder samples');
  return found.uri;
}

export function neuronUri(...segments: string[]): vscode.Uri {
  return vscode.Uri.joinPath(samples(), 'explanations', ...segments);
}

export function tabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap((group) => group.tabs);
}

export async function closeEverything(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await eventually('no tab is open', () => tabs().length === 0);
}
