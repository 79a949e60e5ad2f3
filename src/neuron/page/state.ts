import {
  type Box,
  type Interval,
  missFilters,
  type PageState,
  parts,
  views,
  longestFind,
} from '../contract/protocol.ts';
import type { DefaultChoices } from '../../tokens/contract.ts';
import { initialChoices, oneOf, parseChoices } from './choices.ts';

export const initialState: PageState = {
  ...initialChoices,
  uri: '',
  explanation: null,
  place: null,
  scroll: 0,
  pinned: false,
  analysis: true,
  analysisWidth: null,
  tableOpen: false,
  findOpen: false,
  find: '',
  findAt: null,
  findCase: false,
  findRegex: false,
  view: 'sequences',
  misses: 'all',
  miss: null,
  marked: null,
  card: null,
  opened: [],
};

/** These belong to one neuron. */
const atStart = {
  explanation: null,
  place: null,
  scroll: 0,
  findAt: null,
  miss: null,
  marked: null,
  card: null,
  opened: [],
};

/**
 * What another version saved may be invalid: then the initial value is used. A page that saved
 * nothing begins with `defaults`.
 */
export function parseState(value: unknown, defaults?: DefaultChoices): PageState {
  if (typeof value !== 'object' || value === null) return { ...initialState, ...defaults };
  // `kept` is a former name of `pinned`.
  const saved = value as Partial<Record<keyof PageState | 'kept', unknown>>;
  const uri = typeof saved.uri === 'string' ? saved.uri : initialState.uri;
  return {
    ...parseChoices(saved),
    uri,
    explanation: isIndex(saved.explanation) && uri !== '' ? saved.explanation : null,
    place: isIndex(saved.place) && uri !== '' ? saved.place : null,
    scroll: isLength(saved.scroll) && uri !== '' ? saved.scroll : 0,
    pinned: saved.pinned === true || saved.kept === true,
    analysis: saved.analysis !== false,
    analysisWidth: isLength(saved.analysisWidth) ? saved.analysisWidth : null,
    tableOpen: saved.tableOpen === true,
    findOpen: saved.findOpen === true,
    findCase: saved.findCase === true,
    findRegex: saved.findRegex === true,
    find: typeof saved.find === 'string' ? saved.find.slice(0, longestFind) : '',
    findAt: isIndex(saved.findAt) && uri !== '' ? saved.findAt : null,
    view: oneOf(views, saved.view, initialState.view),
    misses: oneOf(missFilters, saved.misses, initialState.misses),
    miss: isIndex(saved.miss) && uri !== '' ? saved.miss : null,
    marked: uri !== '' ? parseBox(saved.marked) : null,
    card: uri !== '' ? parseCard(saved.card) : null,
    opened:
      uri !== '' && Array.isArray(saved.opened)
        ? parts.filter((part) => (saved.opened as unknown[]).includes(part))
        : [],
  };
}

/** Another neuron starts with its best explanation, at the top. */
export function stateFor(state: PageState, uri: string): PageState {
  return state.uri === uri ? state : { ...state, ...atStart, uri };
}

function parseBox(value: unknown): Box | null {
  if (typeof value !== 'object' || value === null) return null;
  const { simulated, actual } = value as Partial<Record<keyof Box, unknown>>;
  const box = { simulated: parseInterval(simulated), actual: parseInterval(actual) };
  return box.simulated || box.actual ? box : null;
}

function parseCard(value: unknown): PageState['card'] {
  if (typeof value !== 'object' || value === null) return null;
  const { sequence, token } = value as Partial<Record<'sequence' | 'token', unknown>>;
  return isIndex(sequence) && isIndex(token) ? { sequence, token } : null;
}

function parseInterval(value: unknown): Interval | null {
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [low, high] = value as unknown[];
  return Number.isFinite(low) && Number.isFinite(high) ? [low as number, high as number] : null;
}

function isIndex(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isLength(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
