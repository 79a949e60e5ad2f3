import * as l10n from '@vscode/l10n';
import { Icon, IconButton } from './icon.tsx';

/** A request that failed, until the reader dismisses it. */
export function Notice({ text, dismiss }: { text: string; dismiss: () => void }) {
  return (
    <div class="notice" role="alert">
      <Icon name="error" class="severity-error" />
      <span class="grow">{text}</span>
      <IconButton icon="close" label={l10n.t('Dismiss')} onClick={dismiss} />
    </div>
  );
}
