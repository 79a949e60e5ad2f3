import { useState } from 'preact/hooks';
import type { PageState, Part } from '../../contract/protocol.ts';
import type { SavedState } from '../../../ui/savedState.ts';

/** Whether a part of the page is expanded, which is saved. */
export function useOpened(
  part: Part,
  saved: SavedState<PageState>,
): [boolean, (opened: boolean) => void] {
  const [opened, setOpened] = useState(saved.state.opened.includes(part));
  const change = (now: boolean) => {
    const others = saved.state.opened.filter((other) => other !== part);
    saved.set({ opened: now ? [...others, part] : others });
    setOpened(now);
  };
  return [opened, change];
}
