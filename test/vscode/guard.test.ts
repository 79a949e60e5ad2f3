import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contactsVariable } from '../host/guard.js';

describe('the guard of the extension host', () => {
  it('refuses contacts to other machines, and notes them', () => {
    const real = process.env[contactsVariable];
    const folder = mkdtempSync(join(tmpdir(), 'contacts-'));
    const file = join(folder, 'contacts.jsonl');
    process.env[contactsVariable] = file;
    try {
      // A multicast address: if the guard fails, the system refuses the connection.
      assert.throws(() => connect(9, '224.0.0.1'), /no test may contact 224\.0\.0\.1:9/);
      assert.match(readFileSync(file, 'utf8'), /"address":"224\.0\.0\.1:9"/);
    } finally {
      process.env[contactsVariable] = real;
      rmSync(folder, { recursive: true });
    }
  });
});
