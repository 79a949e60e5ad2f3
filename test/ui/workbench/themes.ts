/** VS Code's built-in themes: the label in the picker, and the class on the workbench. */
export const themes = {
  dark: { label: 'Dark Modern', mark: 'dark_modern' },
  light: { label: 'Light Modern', mark: 'light_modern' },
  'high-contrast': { label: 'Dark High Contrast', mark: 'hc_black' },
  'high-contrast-light': { label: 'Light High Contrast', mark: 'hc_light' },
} as const;

export type Theme = keyof typeof themes;
