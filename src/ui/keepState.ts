import { StateKeeper } from './stateKeeper.ts';
import type { VsCodeApi } from './vscode.ts';

/** The state that a page saves. `parse` gets the state of an earlier page, of any version. */
export function keepState<State extends object>(
  api: Pick<VsCodeApi<never, State>, 'getState' | 'setState'>,
  parse: (saved: unknown) => State,
): StateKeeper<State> {
  const keeper = new StateKeeper(parse(api.getState()), (state) => api.setState(state));
  window.addEventListener('pagehide', () => keeper.flush());
  document.addEventListener('visibilitychange', () => keeper.flush());
  return keeper;
}
