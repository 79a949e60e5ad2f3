// Stands in for @vscode/spdlog in the test server: a native module, whose build needs a compiler
// and Node's headers. Lines are appended as they come, so that log files and output channels work.
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

export const version = 0;
export const setLevel = () => {};
export const setFlushOn = () => {};

export class Logger {
  /** @param {string} _kind @param {string} name @param {string} file */
  constructor(_kind, name, file) {
    this.name = name;
    this.file = file;
    this.level = 0;
    this.bare = false;
    mkdirSync(dirname(file), { recursive: true });
    this.append('');
    for (const [level, method] of ['trace', 'debug', 'info', 'warning', 'error'].entries())
      this[method === 'warning' ? 'warn' : method] = (message) => this.log(level, method, message);
    this.critical = (message) => this.log(5, 'critical', message);
  }
  log(level, label, message) {
    if (level < this.level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    this.append(this.bare ? message : `${time} [${label}] ${message}\n`);
  }
  append(text) {
    try {
      appendFileSync(this.file, text);
    } catch {
      // The server's folder may be gone already when it says its last words.
    }
  }
  getLevel() {
    return this.level;
  }
  setLevel(level) {
    this.level = level;
  }
  clearFormatters() {
    this.bare = true;
  }
  setPattern() {}
  flush() {}
  drop() {}
}

export const createRotatingLogger = (name, file) =>
  Promise.resolve(new Logger('rotating', name, file));
export const createAsyncRotatingLogger = createRotatingLogger;
