import * as l10n from '@vscode/l10n';
import { IconButton } from '../../../ui/icon.tsx';
import type { AnalysisMessage, ExplanationSummary } from '../../contract/protocol.ts';
import type { ExplanationScale } from '../../../tokens/contract.ts';
import type { AnalysisPanel } from '../analysis/analysisPanel.ts';
import { useAnalysisPanel } from '../analysis/useAnalysisPanel.ts';
import { useSnapshot } from '../../../ui/store.ts';
import { ActivationHistogram } from './activationHistogram.tsx';
import { CalibrationCurve } from './calibrationCurve.tsx';
import { Misses } from './misses.tsx';
import { Sash } from './sash.tsx';
import { ScatterPlot } from './scatterPlot.tsx';
import { TopTokens } from './topTokens.tsx';

/** The column beside the sequences: how well simulated and actual activations agree. */
export function AnalysisColumn({ explanation }: { readonly explanation: ExplanationSummary }) {
  const panel = useAnalysisPanel();
  return panel && <Column panel={panel} explanation={explanation} />;
}

interface Props {
  readonly panel: AnalysisPanel;
  readonly explanation: ExplanationSummary;
}

function Column({ panel, explanation }: Props) {
  const { open, analysis, error } = useSnapshot(panel);
  return (
    <aside
      class={open ? 'analysis' : 'analysis analysis-closed'}
      aria-labelledby="analysis-heading"
    >
      {open && <Sash saved={panel.saved} />}
      <h2 id="analysis-heading" class="sr-only">
        {l10n.t('Analysis')}
      </h2>
      <div class="analysis-toggle">
        <IconButton
          icon={open ? 'layout-sidebar-right' : 'layout-sidebar-right-off'}
          label={open ? l10n.t('Hide Analysis') : l10n.t('Show Analysis')}
          onClick={() => panel.setOpen(!open)}
        />
      </div>
      {open && error !== null && (
        <p class="note">{l10n.t('Could not analyse the explanation. {0}', error)}</p>
      )}
      {open && analysis && <Parts panel={panel} analysis={analysis} scale={explanation.scale} />}
    </aside>
  );
}

interface PartsProps {
  readonly panel: AnalysisPanel;
  readonly analysis: AnalysisMessage;
  readonly scale: ExplanationScale;
}

function Parts({ panel, analysis, scale }: PartsProps) {
  const normalized = scale.simulatedUnits === 'normalized';
  return (
    <>
      <ScatterPlot panel={panel} analysis={analysis} normalized={normalized} />
      <Misses panel={panel} misses={analysis.misses} scale={scale} />
      <ActivationHistogram panel={panel} />
      <TopTokens tokens={analysis.topTokens} scale={scale} saved={panel.saved} />
      <CalibrationCurve curve={analysis.curve} calibration={scale.uncalibrated?.map ?? null} />
    </>
  );
}
