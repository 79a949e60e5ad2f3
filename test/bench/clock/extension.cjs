const { renameSync, writeFileSync } = require('node:fs');
const vscode = require('vscode');

exports.activate = async () => {
  const { CLOCK_EXTENSION, CLOCK_FILE } = process.env;
  const extension = vscode.extensions.getExtension(CLOCK_EXTENSION);
  if (!extension || extension.isActive) return;
  const start = performance.now();
  await extension.activate();
  const took = performance.now() - start;
  // Whoever waits for the file finds all of it.
  writeFileSync(`${CLOCK_FILE}.part`, String(took));
  renameSync(`${CLOCK_FILE}.part`, CLOCK_FILE);
};
