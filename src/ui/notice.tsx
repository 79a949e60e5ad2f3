import { Icon, IconButton } from './icon.tsx';

/** A request that failed, until the reader dismisses it. */
export function Notice({ text, dismiss }: { text: string; dismiss: () => void }) {
  return (
    <div class="notice" role="alert">
      <Icon name="error" class="severity-error" />
      <span class="grow">{text}</span>
      <IconButton icon="close" label="Dismiss" onClick={dismiss} />
    </div>
  );
}
