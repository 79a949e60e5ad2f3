import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Sequence } from '../contract.ts';
import type { Rulers } from '../colour/scale.ts';
import type { Fold } from './folds.ts';
import { nearness } from './nearness.ts';
import { type SecondSimulation, SequenceText } from './sequenceText.ts';

interface Options {
  readonly folds?: readonly Fold[];
  /** Whether tokens are created at once, not when the text is near the window. */
  readonly atOnce?: boolean;
  /** Its bar is below that of the first. */
  readonly second?: SecondSimulation | null;
}

export interface ShownText {
  /** The element for the text. */
  readonly container: RefObject<HTMLDivElement | null>;
  /** Number of tokens shown. */
  readonly shown: number;
  readonly extend: () => void;
  readonly extendToEnd: () => void;
}

/** The text of a sequence in an element, as tokens when it is near the window. */
export function useSequenceText(
  sequence: Sequence,
  rulers: Rulers,
  { folds, atOnce = false, second = null }: Options = {},
): ShownText {
  const container = useRef<HTMLDivElement>(null);
  const text = useRef<SequenceText | null>(null);
  const [shown, setShown] = useState(0);
  // Before the effects of lists, which need the tokens.
  useLayoutEffect(() => {
    const { current } = container;
    if (!current) return undefined;
    const made = new SequenceText(current, sequence, rulers, setShown, folds, second);
    text.current = made;
    if (atOnce) made.make();
    const unwatch = nearness.watch(current.closest('.sequence') ?? current, made);
    return () => {
      unwatch();
      made.dispose();
    };
    // Other rulers only repaint the tokens.
  }, [sequence, folds, second?.sequence]);
  useLayoutEffect(() => text.current?.repaint(rulers, second), [rulers, second?.rulers]);
  return {
    container,
    shown,
    extend: () => text.current?.extend(),
    extendToEnd: () => text.current?.extendToEnd(),
  };
}
