import * as l10n from '@vscode/l10n';
import { applyMap } from '../../../analysis/calibration.ts';
import type { TopToken } from '../../../analysis/topTokens.ts';
import type { ExplanationScale } from '../../../tokens/contract.ts';
import type { PageState } from '../../contract/protocol.ts';
import type { SavedState } from '../../../ui/savedState.ts';
import { formatActivation, formatCount } from '../../../text/number.ts';
import { actualHead, SimulatedCells, SimulatedHeads } from './simulatedCells.tsx';
import { useOpened } from './useOpened.ts';
import { remark, spell } from '../../../tokens/text/spell.ts';

const first = 8;

interface Props {
  readonly tokens: readonly TopToken[];
  readonly scale: ExplanationScale;
  readonly saved: SavedState<PageState>;
}

/** The tokens with the largest mean activation, and what was simulated for them. */
export function TopTokens({ tokens, scale, saved }: Props) {
  const { by, map } = scale.difference;
  const [all, setAll] = useOpened('topTokens', saved);
  if (tokens.every(({ meanActual }) => meanActual === 0)) return null;
  return (
    <section aria-labelledby="top-tokens-heading">
      <h3 id="top-tokens-heading" class="section-heading">
        {l10n.t('Top tokens by mean')}
      </h3>
      <table class="numbers" aria-labelledby="top-tokens-heading">
        <thead>
          <tr>
            <th scope="col">{l10n.t('Token')}</th>
            <th scope="col" class="number" title={l10n.t('Number of tokens')}>
              n
            </th>
            <th scope="col" class="number" title={l10n.t('Mean actual activation')}>
              {actualHead}
            </th>
            <SimulatedHeads by={by} mean />
          </tr>
        </thead>
        <tbody>
          {(all ? tokens : tokens.slice(0, first)).map((top) => (
            <tr key={top.token}>
              <th scope="row">
                <TokenText token={top.token} />
              </th>
              <td class="number">{formatCount(top.count)}</td>
              <td class="number">{formatActivation(top.meanActual)}</td>
              <SimulatedCells
                by={by}
                mapped={map ? applyMap(map, top.meanSimulated) : NaN}
                simulated={top.meanSimulated}
              />
            </tr>
          ))}
        </tbody>
      </table>
      {!all && tokens.length > first && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {l10n.t('Show {0} more', formatCount(tokens.length - first))}
        </button>
      )}
    </section>
  );
}

/** A token in a list or table, with its invisible characters spelled out. */
export function TokenText({ token }: { readonly token: string }) {
  const spelling = spell(token);
  if (spelling.length === 0) return <span class="dim">{remark(token)}</span>;
  return (
    <span class="token-text" dir="auto">
      {spelling.map(({ kind, text }, i) => (
        <span key={i} class={`spell-${kind}`}>
          {text}
        </span>
      ))}
    </span>
  );
}
