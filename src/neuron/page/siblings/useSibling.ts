import { useEffect, useState } from 'preact/hooks';
import type { SiblingKind } from '../../../format/siblingFile.ts';
import type { SiblingData } from '../../contract/siblingsProtocol.ts';
import type { Model } from '../model.ts';

/** What is here of one sibling: nothing yet, its data, or why there is none. */
export interface SiblingState {
  readonly data: SiblingData | null;
  readonly error: string | null;
  readonly retry: () => void;
}

interface Wanted {
  readonly uri: string;
  readonly kind: SiblingKind;
  /** Grows where it is to be read again. */
  readonly changes: number;
}

/**
 * Asks for a sibling of the neuron at `uri`; undrawn where the reader has gone on before it came. What is here stays until there is
 * something newer.
 */
export function useSibling(model: Model, { uri, kind, changes }: Wanted): SiblingState {
  const [tries, setTries] = useState(0);
  const [state, setState] = useState<Omit<SiblingState, 'retry'>>(waiting);
  useEffect(() => {
    let gone = false;
    model.rpc.request('sibling', { uri, kind }).then(
      (data) => {
        if (!gone) setState({ data, error: null });
      },
      (error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        if (!gone) setState({ data: null, error: why });
      },
    );
    return () => {
      gone = true;
    };
  }, [model, uri, kind, changes, tries]);
  const retry = () => {
    setState(waiting);
    setTries(tries + 1);
  };
  return { ...state, retry };
}

const waiting = { data: null, error: null };
