import * as l10n from '@vscode/l10n';
import type { SiblingKind } from '../../../format/siblingFile.ts';
import type { Announcer } from '../../../ui/announcer.ts';
import { Icon } from '../../../ui/icon.tsx';
import type { RelatedData } from '../../contract/relatedDataProtocol.ts';
import type { Model } from '../model.ts';
import { Connections } from './connections.tsx';
import { Records } from './records.tsx';
import { TokenAverages, TokenWeights } from './tokenTables.tsx';
import { useRelatedData } from './useRelatedData.ts';

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
