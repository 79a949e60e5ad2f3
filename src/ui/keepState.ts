import { StateKeeper } from './stateKeeper.ts';
import type { VsCodeApi } from './vscode.ts';

/** What a page keeps over a reload. `parse` reads what an earlier page, perhaps an older one, has kept. */
export function keepState<State extends object>(
  api: Pick<VsCodeApi<never, State>, 'getState' | 'setState'>,
  parse: (saved: unknown) => State,
): StateKeeper<State> {
  const keeper = new StateKeeper(parse(api.getState()), (state) => api.setState(state));
  window.addEventListener('pagehide', () => keeper.flush());
  document.addEventListener('visibilitychange', () => keeper.flush());
  return keeper;
}
