import * as l10n from '@vscode/l10n';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Announcer } from '../../../ui/announcer.ts';
import { Failure } from '../../../ui/failure.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useSnapshot } from '../../../ui/store.ts';
import { neuronCount } from '../../../text/number.ts';
import type { OverviewDocument } from '../../contract/contract.ts';
import type { Model } from '../model.ts';
import { progressText } from '../text.ts';
import { Directories } from './directories.tsx';
import { Filter } from './filter.tsx';
import { Grid } from './grid.tsx';
import { Scores } from './scores.tsx';
import { TotalsTable } from './totals.tsx';

interface Props {
  readonly model: Model;
  readonly announcer: Announcer;
}

export function App({ model, announcer }: Props) {
  const snapshot = useSnapshot(model);
  const { overview, failure, directories, table, options, notice } = snapshot;
  const neurons = useRef<HTMLElement>(null);
  const spoken = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => spoken.current?.append(announcer.element), [announcer]);

  // Announce the number of rows after a change of options, not while indexing.
  const said = useRef(options);
  useEffect(() => {
    if (!table || said.current === table.options) return;
    said.current = table.options;
    announcer.say(neuronCount(table.view.totals.neurons));
  }, [announcer, table]);

  const narrowed =
    options.query.trim() !== '' ||
    options.selection.layers !== null ||
    options.selection.scores !== null;
  return (
    <>
      <main class="page" aria-busy={overview === null && failure === null}>
        {!overview && !failure && <Waiting />}
        {overview && <Header {...overview} />}
        {failure && <Header {...failure} progress={null} />}
        {notice !== null && <Notice text={notice} dismiss={() => model.dismissNotice()} />}
        {(overview || failure) && directories.length > 0 && (
          <Directories
            directories={directories}
            current={overview?.layer === null ? overview.uri : null}
            open={(uri) => model.openDirectory(uri)}
          />
        )}
        {failure && (
          <div role="alert">
            <Failure reason={failure.reason} detail={failure.detail} />
          </div>
        )}
        {overview && (
          <div class="summary">
            <Scores overview={overview} selection={options.selection} model={model} />
            <TotalsTable
              all={overview.totals}
              chosen={narrowed && table ? table.view.totals : null}
              beyond={overview.beyond}
              showOnly={(query) => {
                model.showOnly(query);
                neurons.current?.scrollIntoView({ block: 'nearest' });
              }}
            />
          </div>
        )}
        {overview && (
          <section class="neurons" ref={neurons} aria-labelledby="neurons-heading">
            <Filter snapshot={snapshot} model={model} />
            {table && (
              <Grid
                table={table}
                scoreKinds={overview.scoreKinds}
                anyUndefined={overview.totals.undefinedScores > 0}
                sort={options.sort}
                model={model}
              />
            )}
          </section>
        )}
        <div ref={spoken} />
      </main>
    </>
  );
}

function Header({ title, path, progress }: Pick<OverviewDocument, 'title' | 'path' | 'progress'>) {
  const reading = progressText(progress);
  return (
    <header class="header">
      <h1>{title}</h1>
      <span class="path">{path}</span>
      {reading !== null && <span class="reading">{reading}</span>}
    </header>
  );
}

function Waiting() {
  return (
    <>
      <h1 class="sr-only">{l10n.t('Overview')}</h1>
      <div class="progress" role="progressbar" aria-label={l10n.t('Loading overview')} />
    </>
  );
}
