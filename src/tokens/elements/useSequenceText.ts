import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Sequence } from '../../neuron/contract/protocol.ts';
import type { Rulers } from '../colour/scale.ts';
import type { Fold } from './folds.ts';
import { nearness } from './nearness.ts';
import { SequenceText } from './sequenceText.ts';

interface Options {
  readonly folds?: readonly Fold[];
  /** Whether it is tokens at once, rather than when the browser has found it to be near. */
  readonly atOnce?: boolean;
}

export interface ShownText {
  /** For the element that the text is put into. */
  readonly container: RefObject<HTMLDivElement | null>;
  /** How many tokens are there. */
  readonly shown: number;
  readonly extend: () => void;
  readonly extendToEnd: () => void;
}

/** The text of a sequence in an element, as tokens where it is near the window. */
export function useSequenceText(
  sequence: Sequence,
  rulers: Rulers,
  { folds, atOnce = false }: Options = {},
): ShownText {
  const container = useRef<HTMLDivElement>(null);
  const text = useRef<SequenceText | null>(null);
  const [shown, setShown] = useState(0);
  // Before the effects of a list, which look at the tokens.
  useLayoutEffect(() => {
    const { current } = container;
    if (!current) return undefined;
    const made = new SequenceText(current, sequence, rulers, setShown, folds);
    text.current = made;
    if (atOnce) made.make();
    const unwatch = nearness.watch(current.closest('.sequence') ?? current, made);
    return () => {
      unwatch();
      made.dispose();
    };
    // Another scale is another paint of the same tokens.
  }, [sequence, folds]);
  useLayoutEffect(() => text.current?.repaint(rulers), [rulers]);
  return {
    container,
    shown,
    extend: () => text.current?.extend(),
    extendToEnd: () => text.current?.extendToEnd(),
  };
}
