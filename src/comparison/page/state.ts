import type { Compared, PageState } from '../contract/contract.ts';

const nothing = { uri: '', explanation: null };

const initialState: PageState = {
  left: nothing,
  right: nothing,
  order: 'stored',
  layout: 'text',
  place: null,
  scroll: 0,
};

/** Reads a saved state of any version. One that it does not know equals no comparison. */
export function parseState(value: unknown): PageState {
  if (typeof value !== 'object' || value === null) return initialState;
  const saved = { ...initialState, ...value };
  const { place, scroll, layout } = saved;
  return {
    ...saved,
    layout: layout === 'columns' ? layout : 'text',
    place: Number.isSafeInteger(place) && place !== null && place >= 0 ? place : null,
    scroll: Number.isFinite(scroll) && scroll > 0 ? scroll : 0,
  };
}

/** Whether a saved state is of this comparison. */
export function isOf({ left, right, order }: PageState, compared: Compared): boolean {
  return JSON.stringify({ left, right, order }) === JSON.stringify(compared);
}
