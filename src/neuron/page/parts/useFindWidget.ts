import { useEffect, useRef, useState } from 'preact/hooks';
import type { RefObject } from 'preact';
import type { Model } from '../model.ts';

/** The find widget: whether it is open, and its field. */
export interface FindWidget {
  readonly open: boolean;
  readonly field: RefObject<HTMLInputElement | null>;
  /** Opens it and selects its text, as the editor's does. */
  readonly show: () => void;
  readonly close: () => void;
}

/** Ctrl+F, Cmd+F or the command opens the widget, and shows the sequences, which it searches. */
export function useFindWidget(model: Model): FindWidget {
  const { saved } = model;
  const [open, setOpen] = useState(saved.state.findOpen);
  const field = useRef<HTMLInputElement>(null);
  const wanted = useRef(false);
  const change = (now: boolean) => {
    saved.set({ findOpen: now });
    setOpen(now);
  };
  const show = () => {
    model.setView('sequences');
    wanted.current = true;
    change(true);
    field.current?.select();
  };
  useEffect(() => {
    if (!open || !wanted.current) return;
    wanted.current = false;
    field.current?.select();
  }, [open]);
  const current = useRef(show);
  current.current = show;
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      const { key: name, ctrlKey, metaKey, altKey, shiftKey } = event;
      if (name.toLowerCase() !== 'f' || altKey || shiftKey || ctrlKey === metaKey) return;
      event.preventDefault();
      current.current();
    };
    document.addEventListener('keydown', key);
    model.openFind = () => current.current();
    return () => {
      document.removeEventListener('keydown', key);
      model.openFind = null;
    };
  }, [model]);
  return { open, field, show, close: () => change(false) };
}
