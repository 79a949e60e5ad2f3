import { modeLrgb, modeRgb, useMode, wcagLuminance } from 'culori/fn';

useMode(modeRgb);
useMode(modeLrgb);

/** The colours that a contrast theme of the system forces on the page. */
export interface ForcedColours {
  readonly background: string;
  readonly foreground: string;
  readonly isLight: boolean;
}

/** Black and white have the same contrast with a background of this luminance. */
const middle = 0.179;

const isActive = () => matchMedia('(forced-colors: active)');
const isPreferenceLight = () => matchMedia('(prefers-color-scheme: light)');

/** Undefined until measured: an element has to be styled for it. */
let measured: ForcedColours | null | undefined;

/** Null unless the system forces colours, which replace those of VS Code's theme. */
export function forcedColours(): ForcedColours | null {
  if (measured === undefined) measured = isActive().matches ? measure() : null;
  return measured;
}

/** For when the theme may have changed. */
export function forgetForcedColours(): void {
  measured = undefined;
}

function measure(): ForcedColours {
  // Only an element knows the values of system colours.
  const probe = document.createElement('span');
  probe.style.background = 'Canvas';
  probe.style.color = 'CanvasText';
  document.documentElement.append(probe);
  const { backgroundColor: background, color: foreground } = getComputedStyle(probe);
  probe.remove();
  // Not `prefers-color-scheme`: it may be VS Code's, not the system's.
  return { background, foreground, isLight: wcagLuminance(background) > middle };
}

export function watchForcedColours(changed: () => void): void {
  // The system may change from one contrast theme to another.
  for (const query of [isActive(), isPreferenceLight()]) query.addEventListener('change', changed);
}
