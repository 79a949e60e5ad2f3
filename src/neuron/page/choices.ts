import {
  contexts,
  type LockedRange,
  type Mode,
  orders,
  type ScaleScope,
  type ViewChoices,
} from '../../tokens/contract.ts';

export const modes: readonly Mode[] = ['overlay', 'stacked', 'actual', 'simulated', 'difference'];
export const scopes: readonly ScaleScope[] = ['neuron', 'sequence', 'locked'];
export { contexts };

export const initialChoices: ViewChoices = {
  mode: 'overlay',
  scope: 'neuron',
  locked: null,
  calibrated: true,
  order: 'stored',
  context: 'all',
};

/** What another version saved may be invalid: then the initial value is used. */
export function parseChoices(saved: Partial<Record<keyof ViewChoices, unknown>>): ViewChoices {
  const locked = parseLocked(saved.locked);
  const scope = oneOf(scopes, saved.scope, initialChoices.scope);
  return {
    mode: oneOf(modes, saved.mode, initialChoices.mode),
    scope: scope === 'locked' && locked === null ? initialChoices.scope : scope,
    locked,
    calibrated: saved.calibrated !== false,
    order: oneOf(orders, saved.order, initialChoices.order),
    context: oneOf(contexts, saved.context, initialChoices.context),
  };
}

export function choicesOf(state: ViewChoices): ViewChoices {
  const { mode, scope, locked, calibrated, order, context } = state;
  return { mode, scope, locked, calibrated, order, context };
}

function parseLocked(value: unknown): LockedRange | null {
  if (typeof value !== 'object' || value === null) return null;
  const { values, differences, from } = value as Partial<Record<keyof LockedRange, unknown>>;
  if (!isMagnitude(values) || !isMagnitude(differences) || typeof from !== 'string') return null;
  return { values, differences, from };
}

function isMagnitude(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0;
}

export function oneOf<T>(known: readonly T[], value: unknown, initial: T): T {
  return known.find((each) => each === value) ?? initial;
}
