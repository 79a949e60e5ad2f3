// What VS Code puts into a page before its own script: the API, and the theme, set as the editor sets them.
const theme = JSON.parse(document.currentScript.dataset.theme);
setTheme(theme);

function setTheme({ classes, variables }) {
  const { style } = document.documentElement;
  for (const name of [...style]) style.removeProperty(name);
  for (const [name, value] of Object.entries(variables))
    style.setProperty(`--vscode-${name}`, value);
  if (document.body.className !== classes) document.body.className = classes;
}

const storage = `state ${location.search}`;
const violations = [];
document.addEventListener('securitypolicyviolation', (event) => {
  violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
});

const posted = [];
globalThis.testing = {
  setTheme,
  posted,
  violations,
  /** The host's message, whose lists of numbers come as JSON, with words for what JSON has no numbers for. */
  deliver(message) {
    const typed = (key, value) => {
      if (key === 'actual' || key === 'simulated' || key === 'uncalibrated')
        return Array.isArray(value) ? Float64Array.from(value, Number) : value;
      return key === 'predicted' && value ? Uint8Array.from(value) : value;
    };
    globalThis.postMessage(JSON.parse(message, typed), '*');
  },
};

globalThis.acquireVsCodeApi = () => ({
  postMessage(message) {
    posted.push(structuredClone(message));
    globalThis.onPosted?.(JSON.stringify(message));
  },
  getState: () => JSON.parse(sessionStorage.getItem(storage) ?? 'null') ?? undefined,
  setState: (state) => sessionStorage.setItem(storage, JSON.stringify(state)),
});
