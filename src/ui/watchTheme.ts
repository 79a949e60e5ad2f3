/** Calls on each change of the editor's theme. */
export function watchTheme(changed: () => void): void {
  const observer = new MutationObserver(changed);
  // The editor sets the variables on the root and the kind of theme on the body, in either order.
  const options = {
    attributes: true,
    attributeFilter: ['class', 'style', 'data-vscode-theme-id'],
  };
  observer.observe(document.documentElement, options);
  observer.observe(document.body, options);
}

/** Whether the theme is a light one. */
export function isLight({ classList }: HTMLElement = document.body): boolean {
  return classList.contains('vscode-light') || classList.contains('vscode-high-contrast-light');
}
