/** The colours that a contrast theme of the system forces on the page. */
export interface ForcedColours {
  readonly background: string;
  readonly foreground: string;
  readonly isLight: boolean;
}

const isActive = () => matchMedia('(forced-colors: active)');
const isLight = () => matchMedia('(prefers-color-scheme: light)');

/** Null unless the system forces colours, which replace those of VS Code's theme. */
export function forcedColours(): ForcedColours | null {
  if (!isActive().matches) return null;
  // Only an element knows the values of system colours.
  const probe = document.createElement('span');
  probe.style.background = 'Canvas';
  probe.style.color = 'CanvasText';
  document.documentElement.append(probe);
  const { backgroundColor: background, color: foreground } = getComputedStyle(probe);
  probe.remove();
  return { background, foreground, isLight: isLight().matches };
}

export function watchForcedColours(changed: () => void): void {
  // The system may change from one contrast theme to another.
  for (const query of [isActive(), isLight()]) query.addEventListener('change', changed);
}
