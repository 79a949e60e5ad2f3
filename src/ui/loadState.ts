import { SavedState } from './savedState.ts';
import type { VsCodeApi } from './vscode.ts';

/** The state that a page saves. `parse` gets the state of an earlier page, of any version. */
export function loadState<State extends object>(
  api: Pick<VsCodeApi<never, State>, 'getState' | 'setState'>,
  parse: (saved: unknown) => State,
): SavedState<State> {
  const saved = new SavedState(parse(api.getState()), (state) => api.setState(state));
  window.addEventListener('pagehide', () => saved.flush());
  document.addEventListener('visibilitychange', () => saved.flush());
  return saved;
}
