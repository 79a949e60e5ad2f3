import type { PageState } from '../protocol.ts';
import { initialChoices, parseChoices } from './choices.ts';

export const initialState: PageState = {
  ...initialChoices,
  uri: '',
  explanation: null,
  place: null,
  scroll: 0,
  kept: false,
  analysis: true,
};

/** Reads what an earlier, perhaps older, page has kept: what does not fit is replaced by the initial value. */
export function parseState(value: unknown): PageState {
  if (typeof value !== 'object' || value === null) return initialState;
  const saved = value as Partial<Record<keyof PageState, unknown>>;
  const uri = typeof saved.uri === 'string' ? saved.uri : initialState.uri;
  return {
    ...parseChoices(saved),
    uri,
    explanation: isIndex(saved.explanation) && uri !== '' ? saved.explanation : null,
    place: isIndex(saved.place) && uri !== '' ? saved.place : null,
    scroll: isScroll(saved.scroll) && uri !== '' ? saved.scroll : 0,
    kept: saved.kept === true,
    analysis: saved.analysis !== false,
  };
}

/** The state on showing `uri`: another neuron starts with its best explanation, at the top. */
export function stateFor(state: PageState, uri: string): PageState {
  return state.uri === uri ? state : { ...state, uri, explanation: null, place: null, scroll: 0 };
}

function isIndex(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isScroll(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
