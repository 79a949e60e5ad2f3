// Stands in for @vscode/native-watchdog in the test server, which ends an extension host whose
// server died: the server here is ended together with all its children.
export const start = () => {};
export const exit = (code = 0) => process.exit(code);
