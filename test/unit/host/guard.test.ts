import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { temporaryFolder } from '../../host/cleanup.ts';
import { contactsVariable } from '../../host/guard.js';
import { root } from '../../host/paths.ts';

/** A multicast address: if the guard fails, the system refuses the connection. */
const elsewhere = '224.0.0.1';
/** No name: if the guard fails, it is not looked up. */
const noName = `${'x'.repeat(64)}.invalid`;

/** Ways to contact an address, as code of an async function that has `server`, a port here. */
const refused: Readonly<Record<string, string>> = {
  fetch: `await fetch('http://${elsewhere}:8080/')`,
  'fetch by https': `await fetch('https://${elsewhere}/')`,
  'fetch of a name': `await fetch('http://${noName}:8080/')`,
  'a web socket': `const s = new WebSocket('ws://${elsewhere}:8080/'); await new Promise((r) => (s.onerror = r))`,
  http: `await new Promise((resolve) => (require('node:http').get('http://${elsewhere}:8080/').on('error', resolve)))`,
  'a socket': `require('node:net').connect({ host: '${elsewhere}', port: 9 })`,
  'a socket by port and host': `require('node:net').connect(9, '${elsewhere}')`,
  'a secure socket': `require('node:tls').connect(9, '${elsewhere}')`,
  'another spelling of the address': `require('node:net').connect(9, '::ffff:${elsewhere}')`,
  'a datagram': `require('node:dgram').createSocket('udp4').send('x', 9, '${elsewhere}')`,
  'the look-up of a name': `require('node:dns').lookup('${noName}', () => {})`,
  'the look-up of a record': `await (await import('node:dns/promises')).resolveTxt('${noName}')`,
  'a thread': `await new Promise((resolve) => new (require('node:worker_threads').Worker)("require('node:net').connect(9, '${elsewhere}')", { eval: true }).on('error', resolve))`,
  'another process': `require('node:child_process').spawnSync(process.execPath, ['-e', "require('node:net').connect(9, '${elsewhere}')"])`,
};

const allowed: Readonly<Record<string, string>> = {
  fetch: 'await fetch(`http://127.0.0.1:${server}/`)',
  'a name': 'await fetch(`http://localhost:${server}/`)',
  'a socket by port': `require('node:net').connect(server).unref()`,
  'a socket by options': `require('node:net').connect({ port: server }).unref()`,
  'a look-up': `await require('node:dns').promises.lookup('127.0.0.1')`,
  'a promise': `await require('node:util').promisify(require('node:dns').lookup)('127.0.0.1')`,
};

const exitOf = async (child: ChildProcess) => ((await once(child, 'exit')) as [number | null])[0];

interface Ended {
  readonly code: number | null;
  readonly said: string;
  readonly contacts: string;
}

/** Runs code in a process that is guarded as those of tests are. */
async function run(tried: string): Promise<Ended> {
  const file = join(temporaryFolder().path, 'contacts.jsonl');
  const script = `
    const listening = require('node:http').createServer((_, response) => response.end());
    listening.listen(0, async () => {
      const server = listening.address().port;
      try { ${tried}; } catch (error) { console.log(error.cause?.message ?? error.message); }
      setImmediate(() => process.exit());
    });
    process.on('uncaughtException', (error) => console.log(error.message));`;
  const child = spawn(process.execPath, ['-e', script], {
    env: { ...process.env, [contactsVariable]: file },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said, code] = await Promise.all([text(child.stdout), exitOf(child)]);
  const contacts = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return { code, said, contacts };
}

describe('the guard of test runs', () => {
  for (const [what, code] of Object.entries(refused))
    it(`refuses ${what} to another machine, and notes it`, async () => {
      const { contacts } = await run(code);
      const { address } = JSON.parse(contacts.split('\n')[0]!) as { address: string };
      assert.match(address, new RegExp(`${elsewhere}|${noName}`));
    });

  it('says which address it was', async () => {
    const { said } = await run(refused['a socket']!);
    assert.equal(said, `no test may contact ${elsewhere}:9: it is not on this machine\n`);
  });

  for (const [what, code] of Object.entries(allowed))
    it(`lets ${what} to loopback pass`, async () => {
      assert.deepEqual(await run(code), { code: 0, said: '', contacts: '' });
    });

  it('lets installers pass', async () => {
    const code = `
      const { asInstaller } = await import(${JSON.stringify(pathToFileURL(join(root, 'test/host/guard.js')))});
      await asInstaller(() => fetch('http://${elsewhere}:8080/')).catch(() => {})`;
    assert.equal((await run(code)).contacts, '');
  });

  it('is a copy that other users may read, wherever the project is', () => {
    const [, copy] = /--require "(.*guard\.mjs)"/.exec(process.env['NODE_OPTIONS'] ?? '') ?? [];
    assert.ok(copy && relative(root, copy).startsWith('..'), copy);
    if (process.platform === 'win32') return;
    assert.equal(statSync(copy).mode & 0o4, 0o4);
    assert.equal(statSync(dirname(copy)).mode & 0o5, 0o5);
  });

  it('makes a script fail that tried', async () => {
    const guardRun = JSON.stringify(pathToFileURL(join(root, 'test/host/guardRun.ts')));
    const script = join(temporaryFolder().path, 'script.cjs');
    const guarded = `import(${guardRun}).then(async ({ guardScript }) => { guardScript(); ${refused['a thread']} })`;
    writeFileSync(script, guarded);
    const child = spawn(process.execPath, [script], { stdio: ['ignore', 'ignore', 'pipe'] });
    const [said, code] = await Promise.all([text(child.stderr), exitOf(child)]);
    assert.match(said, new RegExp(`Contacted what is not on this machine:\\n${elsewhere}:9, by`));
    assert.equal(code, 1);
  });

  it('is in every script', () => {
    const scripts = globSync('test/{*/main,run}.ts', { cwd: root });
    assert.ok(scripts.length >= 6, scripts.join());
    for (const script of scripts)
      assert.match(readFileSync(join(root, script), 'utf8'), /^guard(?:Run|Script)\(\);$/m, script);
  });
});
