import * as l10n from '@vscode/l10n';
import { Select } from '../../../ui/select.tsx';
import { useSnapshot } from '../../../ui/store.ts';
import type { Model } from '../model.ts';

/** Which spaces have a mark: the setting `renderWhitespace`, for all pages. */
export function WhitespaceChoice({ model }: { readonly model: Model }) {
  const { whitespace } = useSnapshot(model);
  return (
    <Select
      quiet
      label={l10n.t('White space')}
      title={l10n.t('Which spaces have a mark, in all neurons')}
      value={whitespace}
      options={[
        { value: 'none', text: l10n.t('Spaces: none') },
        { value: 'boundary', text: l10n.t('Spaces: boundary') },
        { value: 'all', text: l10n.t('Spaces: all') },
      ]}
      choose={(value) => void model.chooseWhitespace(value)}
    />
  );
}
