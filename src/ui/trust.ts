import * as l10n from '@vscode/l10n';
import { useEffect, useState } from 'preact/hooks';
import type { TrustMessage } from '../panels/contract.ts';

let restricted = document.getElementById('root')?.dataset['restricted'] !== undefined;
const changed = new EventTarget();

window.addEventListener('message', ({ data }: MessageEvent<TrustMessage | undefined>) => {
  if (data?.type !== 'trusted') return;
  restricted = false;
  changed.dispatchEvent(new Event('change'));
});

/** Attributes of a button. */
export interface TrustProps {
  readonly title: string;
  readonly 'aria-disabled'?: true;
}

/**
 * For buttons that write. In Restricted Mode they look disabled, and their tooltip says why. They
 * can still be clicked: the host then offers to trust the workspace.
 */
export function useTrust(): (title: string) => TrustProps {
  const [disabled, setDisabled] = useState(restricted);
  useEffect(() => {
    const update = () => setDisabled(restricted);
    update();
    changed.addEventListener('change', update);
    return () => changed.removeEventListener('change', update);
  }, []);
  return (title) =>
    disabled
      ? { title: l10n.t('{0} (trust this workspace first)', title), 'aria-disabled': true }
      : { title };
}
