import { useEffect, useState } from 'preact/hooks';
import type { SiblingKind } from '../../../format/siblingFile.ts';
import type { RelatedData } from '../../contract/relatedDataProtocol.ts';
import type { Model } from '../model.ts';

/** Neither until the host has answered. */
export interface RelatedDataState {
  readonly data: RelatedData | null;
  readonly error: string | null;
  readonly retry: () => void;
}

interface Wanted {
  readonly uri: string;
  readonly kind: SiblingKind;
  /** Grows when the data must be read again. */
  readonly changes: number;
}

/** An answer for another neuron is dropped. Data stays until there is newer data. */
export function useRelatedData(model: Model, { uri, kind, changes }: Wanted): RelatedDataState {
  const [tries, setTries] = useState(0);
  const [state, setState] = useState<Omit<RelatedDataState, 'retry'>>(waiting);
  useEffect(() => {
    let gone = false;
    model.rpc.request('relatedData', { uri, kind }).then(
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
