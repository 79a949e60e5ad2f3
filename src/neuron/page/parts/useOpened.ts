import { useState } from 'preact/hooks';
import type { PageState, Part } from '../../contract/protocol.ts';
import type { StateKeeper } from '../../../ui/stateKeeper.ts';

/** Whether a part of the page is expanded, which is saved. */
export function useOpened(
  part: Part,
  keeper: StateKeeper<PageState>,
): [boolean, (opened: boolean) => void] {
  const [opened, setOpened] = useState(keeper.state.opened.includes(part));
  const change = (now: boolean) => {
    const others = keeper.state.opened.filter((other) => other !== part);
    keeper.set({ opened: now ? [...others, part] : others });
    setOpened(now);
  };
  return [opened, change];
}
