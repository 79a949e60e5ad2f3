import type { PageState } from '../contract/protocol.ts';

const nothing = { uri: '', explanation: null };

const initialState: PageState = { left: nothing, right: nothing, order: 'stored', scroll: 0 };

/** Reads what an earlier page has kept: of another version, it is none of what is compared now. */
export function parseState(value: unknown): PageState {
  if (typeof value !== 'object' || value === null) return initialState;
  const saved = { ...initialState, ...value };
  const { scroll } = saved;
  return { ...saved, scroll: Number.isFinite(scroll) && scroll > 0 ? scroll : 0 };
}
