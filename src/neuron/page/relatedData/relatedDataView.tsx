import * as l10n from '@vscode/l10n';
import type { SiblingKind } from '../../../format/siblingPaths.ts';
import type { Announcer } from '../../../ui/announcer.ts';
import { Icon } from '../../../ui/icon.tsx';
import type { RelatedData } from '../../contract/relatedDataProtocol.ts';
import type { Model } from '../model.ts';
import { Connections } from './connections.tsx';
import { Records } from './records.tsx';
import { TokenAverages, TokenWeights } from './tokenTables.tsx';
import { useEffect, useState } from 'preact/hooks';

interface Props {
  readonly uri: string;
  readonly kind: SiblingKind;
  readonly changes: number;
  readonly model: Model;
  readonly announcer: Announcer;
}

/** One kind of related data, read when its tab is shown. */
export function RelatedDataView({ uri, kind, changes, model, announcer }: Props) {
  const { data, error, retry } = useRelatedData(model, { uri, kind, changes });
  if (error !== null) {
    return (
      <p class="empty" role="alert">
        <Icon name="error" class="severity-error" />{' '}
        {l10n.t('Could not load this data. {0}', error)}{' '}
        <button type="button" class="link" onClick={retry}>
          {l10n.t('Try Again')}
        </button>
      </p>
    );
  }
  if (!data) {
    return (
      <p class="empty" role="status">
        <Icon name="loading" /> {l10n.t('Loading…')}
      </p>
    );
  }
  return (
    <section class="related-data" aria-labelledby={`tab-${kind}`}>
      {data.problems.map(({ severity, where, message }, i) => (
        <p class="note" key={i}>
          <Icon name={severity} class={`severity-${severity}`} /> {message} {where}
        </p>
      ))}
      <Content data={data} model={model} announcer={announcer} />
      <p class="related-data-path dim">{l10n.t('Source: {0}', data.path)}</p>
    </section>
  );
}

function Content({
  data,
  model,
  announcer,
}: Pick<Props, 'model' | 'announcer'> & { data: RelatedData }) {
  switch (data.kind) {
    case 'records':
      return <Records data={data} announcer={announcer} />;
    case 'tokensByActivation':
      return <TokenAverages data={data} />;
    case 'tokensByWeight':
      return <TokenWeights data={data} />;
    case 'connections':
      return <Connections data={data} model={model} />;
  }
}

/** Neither until the host has answered. */
export interface RelatedDataState {
  readonly data: RelatedData | null;
  readonly error: string | null;
  readonly retry: () => void;
}

interface Wanted {
  readonly uri: string;
  readonly kind: SiblingKind;
  /** Grows when the data must be read again. */
  readonly changes: number;
}

/** An answer for another neuron is dropped. Data stays until there is newer data. */
export function useRelatedData(model: Model, { uri, kind, changes }: Wanted): RelatedDataState {
  const [tries, setTries] = useState(0);
  const [state, setState] = useState<Omit<RelatedDataState, 'retry'>>(waiting);
  useEffect(() => {
    let gone = false;
    model.rpc.request('relatedData', { uri, kind }).then(
      (data) => {
        if (!gone) setState({ data, error: null });
      },
      (error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        if (!gone) setState({ data: null, error: why });
      },
    );
    return () => {
      gone = true;
    };
  }, [model, uri, kind, changes, tries]);
  const retry = () => {
    setState(waiting);
    setTries(tries + 1);
  };
  return { ...state, retry };
}

const waiting = { data: null, error: null };
