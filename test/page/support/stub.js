// What VS Code adds to a page: its API, and the theme, set in the same way.
const theme = JSON.parse(document.currentScript.dataset.theme);
setTheme(theme);

function setTheme({ classes, variables }) {
  const { style } = document.documentElement;
  for (const name of [...style]) style.removeProperty(name);
  for (const [name, value] of Object.entries(variables))
    style.setProperty(`--vscode-${name}`, value);
  if (document.body.className !== classes) document.body.className = classes;
}

// One that is loaded again is the same page.
const storage = `state ${new URLSearchParams(location.search).get('load')}`;
const violations = [];
document.addEventListener('securitypolicyviolation', (event) => {
  violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
});

const posted = [];
/** The ids of the requests that the host has not answered yet. */
const open = new Set();
globalThis.testing = {
  setTheme,
  open,
  posted,
  violations,
  storage,
  /** A message of the host: JSON, with typed arrays and words for numbers that JSON lacks. */
  deliver(text) {
    const typed = (key, value) => {
      if (key === 'actual' || key === 'simulated' || key === 'uncalibrated')
        return Array.isArray(value) ? Float64Array.from(value, Number) : value;
      return key === 'predicted' && value ? Uint8Array.from(value) : value;
    };
    const message = JSON.parse(text, typed);
    if (message.type === 'reply') open.delete(message.id);
    globalThis.postMessage(message, '*');
  },
};

globalThis.acquireVsCodeApi = () => ({
  postMessage(message) {
    posted.push(structuredClone(message));
    if (message.type === 'request') open.add(message.id);
    globalThis.onPosted?.(JSON.stringify(message));
  },
  getState: () => JSON.parse(sessionStorage.getItem(storage) ?? 'null') ?? undefined,
  setState: (state) => sessionStorage.setItem(storage, JSON.stringify(state)),
});
