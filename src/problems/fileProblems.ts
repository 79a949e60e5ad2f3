import * as vscode from 'vscode';
import type { ExplanationDirectory } from '../catalog/rows/explanationDirectory.ts';
import type { Checker } from '../check/checkDirectory.ts';
import type { FileCheck, Finding } from '../check/fileCheck.ts';
import type { Report } from '../check/report.ts';
import type { NeuronPanels } from '../neuron/host/neuronPanels.ts';
import type { CatalogChange, Catalogs } from '../workspace/catalogs.ts';
import { coalesce } from '../workspace/coalesce.ts';
import type { Directories } from '../workspace/directories.ts';
import { neuronUri } from '../catalog/rows/explanationDirectory.ts';

/** Show the page first, then check its file. */
const delay = 300;

/** Why a file's problems are listed: it is open as text, open as a neuron, or in a report. */
type Reason = 'text' | 'neuron' | 'report';

/** The problems of open files and of checked directories, in the Problems panel. */
export class FileProblems implements vscode.Disposable {
  readonly #directories: Directories;
  readonly #panels: NeuronPanels;
  readonly #checkerOf: (directory: ExplanationDirectory) => Checker;
  readonly #help: vscode.Uri;
  readonly #collection = vscode.languages.createDiagnosticCollection('neuron-explanations');
  readonly #reasons = new Map<string, Set<Reason>>();
  readonly #stale = new Set<string>();
  /** `#stampOf` at the last check, by URI. */
  readonly #stamps = new Map<string, string>();
  readonly #check = coalesce(() => this.#checkStale(), delay);
  readonly #subscriptions: vscode.Disposable;

  /** `help` is the page that explains the codes, with an anchor for each. */
  constructor(
    directories: Directories,
    panels: NeuronPanels,
    checkerOf: (directory: ExplanationDirectory) => Checker,
    help: vscode.Uri,
    catalogs: Catalogs,
  ) {
    this.#directories = directories;
    this.#panels = panels;
    this.#checkerOf = checkerOf;
    this.#help = help;
    this.#subscriptions = vscode.Disposable.from(
      this.#collection,
      this.#check,
      vscode.window.tabGroups.onDidChangeTabs(() => this.#follow('text')),
      panels.onDidChange(() => this.#follow('neuron')),
      directories.onDidChange(() => this.#follow('text')),
      catalogs.onDidChange((changes) => this.#onCatalog(changes)),
    );
    this.#follow('text');
  }

  /** Shows the results of a directory check instead of those of the previous one. */
  showReport(directory: ExplanationDirectory, { problems }: Report): void {
    const found = new Map<string, { findings: readonly Finding[]; total: number }>(
      problems.flatMap(({ path, findings, counts }) =>
        findings ? [[directory.uriOf(path), { findings, total: sum(counts) }] as const] : [],
      ),
    );
    for (const uri of this.#followed('report'))
      if (directory.below(uri) !== undefined && !found.has(uri)) this.#leave(uri, 'report');
    for (const [uri, { findings, total }] of found) {
      this.#enter(uri, 'report');
      this.#show(uri, findings, total);
    }
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** Lists the files that are open now in one way, and no others. */
  #follow(reason: 'text' | 'neuron'): void {
    const open = new Set<string>(
      reason === 'text' ? openAsText() : this.#panels.neurons.map(neuronUri),
    );
    for (const uri of this.#followed(reason)) if (!open.has(uri)) this.#leave(uri, reason);
    for (const uri of open) {
      if (this.#reasons.get(uri)?.has(reason) || !this.#neuronAt(uri)) continue;
      this.#enter(uri, reason);
      this.#touch(uri);
    }
  }

  #followed(reason: Reason): string[] {
    return [...this.#reasons].flatMap(([uri, reasons]) => (reasons.has(reason) ? uri : []));
  }

  #enter(uri: string, reason: Reason): void {
    const reasons = this.#reasons.get(uri) ?? new Set();
    this.#reasons.set(uri, reasons.add(reason));
  }

  #leave(uri: string, reason: Reason): void {
    const reasons = this.#reasons.get(uri);
    reasons?.delete(reason);
    if (reasons?.size) return;
    this.#reasons.delete(uri);
    this.#stamps.delete(uri);
    this.#collection.delete(vscode.Uri.parse(uri));
  }

  /** Schedules a check of a file. */
  #touch(uri: string): void {
    this.#stamps.set(uri, this.#stampOf(uri));
    this.#stale.add(uri);
    this.#check.soon();
  }

  /** Checks changed files again. */
  #onCatalog(changes: readonly CatalogChange[]): void {
    const folders = new Set(
      changes.flatMap(({ directory, layerKeys }) =>
        [...layerKeys].map((key) => `${directory.uri}\n${key}`),
      ),
    );
    for (const uri of this.#reasons.keys()) {
      const neuron = this.#neuronAt(uri);
      if (!neuron || !folders.has(`${neuron.directory.uri}\n${neuron.group.key}`)) continue;
      if (this.#stampOf(uri) !== this.#stamps.get(uri)) this.#touch(uri);
    }
  }

  /** Identifies the state of a file in the catalog, to detect changes. */
  #stampOf(uri: string): string {
    const neuron = this.#neuronAt(uri);
    const { catalog } = neuron?.directory ?? {};
    const id = neuron && catalog?.find(neuron.unit.key);
    return JSON.stringify(id === undefined ? null : catalog?.stamp(id));
  }

  async #checkStale(): Promise<void> {
    const stale = [...this.#stale];
    this.#stale.clear();
    for (const uri of stale) {
      const neuron = this.#neuronAt(uri);
      if (!neuron) continue;
      const { directory, unit } = neuron;
      const [check] = await this.#checkerOf(directory).check([unit.key]);
      if (check && this.#reasons.has(uri)) this.#show(uri, check.findings, total(check));
    }
  }

  /** Only in known directories: any file may be named `5/131.jsonl`. */
  #neuronAt(text: string) {
    const neuron = this.#directories.neuronAt(vscode.Uri.parse(text));
    const isKnown = this.#directories.all.some(({ directory }) => directory === neuron?.directory);
    return isKnown ? neuron : undefined;
  }

  #show(uri: string, findings: readonly Finding[], total: number): void {
    const shown = findings.map((finding) => this.#diagnostic(finding));
    if (total > findings.length) {
      const message = vscode.l10n.t(
        '{0} more problems in this file are not listed.',
        total - findings.length,
      );
      shown.push(this.#told(message, new vscode.Range(0, 0, 0, 0), 'info'));
    }
    this.#collection.set(vscode.Uri.parse(uri), shown);
  }

  #diagnostic({ code, severity, path, message, start, end }: Finding): vscode.Diagnostic {
    const range = new vscode.Range(start.line, start.column, end.line, end.column);
    const made = this.#told(path === '' ? message : `${message} (${path})`, range, severity);
    made.code = { value: code, target: this.#help.with({ fragment: code }) };
    return made;
  }

  #told(message: string, range: vscode.Range, severity: Finding['severity']): vscode.Diagnostic {
    const made = new vscode.Diagnostic(range, message, severities[severity]);
    made.source = 'neuron';
    return made;
  }
}

/** Uses tabs, since VS Code keeps closed documents for a while. */
function openAsText(): string[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.flatMap(({ input }) =>
    input instanceof vscode.TabInputText ? input.uri.toString() : [],
  );
}

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
} as const;

function total({ counts }: FileCheck): number {
  return sum(counts);
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((all, count) => all + count, 0);
}
