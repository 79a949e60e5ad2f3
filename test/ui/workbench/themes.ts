/** The colour themes VS Code brings: the name of each in its picker, and its mark on the workbench. */
export const themes = {
  dark: { label: 'Dark Modern', mark: 'dark_modern' },
  light: { label: 'Light Modern', mark: 'light_modern' },
  'high-contrast': { label: 'Dark High Contrast', mark: 'hc_black' },
  'high-contrast-light': { label: 'Light High Contrast', mark: 'hc_light' },
} as const;

export type Theme = keyof typeof themes;
