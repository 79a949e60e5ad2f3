import * as l10n from '@vscode/l10n';
import type { Asks } from '../../ui/rpc.ts';
import type { Requests } from '../contract/contract.ts';
import type { Found, Match } from '../contract/protocol.ts';
import type { SequenceRun } from '../../tokens/sequenceRun.ts';

/** What is searched for. */
export interface Wanted {
  readonly text: string;
  readonly matchCase: boolean;
  readonly regex: boolean;
}

/** The state of a search in tokens. */
export interface Finding extends Wanted {
  /** Null until the host has answered. */
  readonly found: Found | null;
  /** Index of the current match. −1 before the first step. */
  readonly at: number;
  readonly error: string | null;
}

const nothing: Finding = {
  text: '',
  matchCase: false,
  regex: false,
  found: null,
  at: -1,
  error: null,
};

/** Searches the tokens of an explanation and steps through the matches. */
export class Finder {
  readonly #rpc: Asks<Requests>;
  readonly #changed: (finding: Finding) => void;
  readonly #goTo: (match: Match) => void;
  #finding: Finding;
  #of: Pick<SequenceRun, 'explanation' | 'order'> & { readonly uri: string } = {
    uri: '',
    explanation: -1,
    order: 'stored',
  };
  /** Steps requested before the answer. */
  #pending = 0;

  constructor(
    rpc: Asks<Requests>,
    changed: (finding: Finding) => void,
    goTo: (match: Match) => void,
    saved: Wanted & Pick<Finding, 'at'> = nothing,
  ) {
    this.#finding = { ...nothing, ...saved };
    this.#rpc = rpc;
    this.#changed = changed;
    this.#goTo = goTo;
  }

  get finding(): Finding {
    return this.#finding;
  }

  /** With other sequences, or in another order, the search is repeated. */
  setSequences(uri: string, { explanation, order }: SequenceRun): void {
    const { uri: before, ...of } = this.#of;
    if (before === uri && of.explanation === explanation && of.order === order) return;
    this.#of = { uri, explanation, order };
    const { at, ...wanted } = this.#finding;
    // The first sequences are those of the saved state.
    if (wanted.text !== '') this.search(wanted, before === '' ? at : nothing.at);
  }

  /** Steps continue from match `at`. */
  search({ text, matchCase, regex }: Wanted, at = nothing.at): void {
    this.#pending = 0;
    const wanted = { text, matchCase, regex };
    const finding = { ...nothing, ...wanted, at };
    this.#set(finding);
    if (text === '') return;
    this.#rpc.request('find', { ...this.#of, ...wanted }).then(
      (found) => {
        if (this.#finding !== finding) return;
        if (!found) {
          this.#set({ ...finding, error: l10n.t('Unexpected answer from the extension.') });
          return;
        }
        this.#set({ ...finding, found, at: at < found.matches.length ? at : nothing.at });
        if (this.#pending !== 0) this.step(this.#pending);
      },
      (error: unknown) => {
        if (this.#finding !== finding) return;
        this.#set({ ...finding, error: error instanceof Error ? error.message : String(error) });
      },
    );
  }

  /** Wraps around. */
  step(by: number): void {
    const { found, at, text } = this.#finding;
    if (!found) {
      if (text !== '') this.#pending = by;
      return;
    }
    const count = found.matches.length;
    const next = at < 0 && by < 0 ? count - 1 : (at + by + count) % count;
    const match = found.matches[next];
    if (!match) return;
    this.#set({ ...this.#finding, at: next });
    this.#goTo(match);
  }

  #set(finding: Finding): void {
    this.#finding = finding;
    this.#changed(finding);
  }
}
