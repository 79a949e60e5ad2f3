import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from './cache.ts';
import { onExit, temporaryFolder } from './cleanup.ts';
import { runNpm } from './runCommand.ts';
import { skip } from './skip.ts';

/** A real store on loopback, with data of its own that goes with it. */
export interface StoreServer {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly stop: () => void;
}

interface Kind {
  /** A package of npm. Too large for a dev dependency. */
  readonly package: string;
  readonly version: string;
  readonly argumentsOf: (packageFolder: string, data: string) => string[];
  /** What it says once it listens, with the port. */
  readonly ready: RegExp;
}

/** Microsoft's emulator of Azure Storage, 240 MB. */
const azuriteKind: Kind = {
  package: 'azurite',
  version: '3.37.0',
  argumentsOf: (folder, data) => [
    join(folder, 'dist/src/blob/main.js'),
    ...['--silent', '--blobHost', '127.0.0.1', '--blobPort', '0', '--location', data],
    '--skipApiVersionCheck',
    // Without it, it calls home.
    '--disableTelemetry',
  ],
  ready: /listens on http:\/\/127\.0\.0\.1:(\d+)/,
};

/** A store with the interface of S3. Its access key and secret are `S3RVER`. */
const s3rverKind: Kind = {
  package: '@20minutes/s3rver',
  version: '5.0.0',
  argumentsOf: (folder, data) => [
    '-e',
    `const S3rver = require(process.argv[1]);
    new S3rver({
      address: '127.0.0.1',
      port: 0,
      silent: true,
      directory: process.argv[2],
      configureBuckets: [{ name: 'bucket' }],
    }).run().then(({ port }) => console.log('port ' + port));`,
    folder,
    data,
  ],
  ready: /port (\d+)/,
};

export const azuriteOrSkip = (context: Mocha.Context) => startOrSkip(context, azuriteKind);
export const s3rverOrSkip = (context: Mocha.Context) => startOrSkip(context, s3rverKind);

/** Starts a server; skips all tests of the `before` hook if it cannot be installed. */
async function startOrSkip(context: Mocha.Context, kind: Kind): Promise<StoreServer> {
  const name = `${kind.package} ${kind.version}`;
  const folder = await cached(`${name.replaceAll(/[ /]/g, '-')}-1`, (at) =>
    install(at, kind),
  ).catch(() => skip(context, `needs ${name}, which npm could not install`));
  return start(join(folder, 'node_modules', kind.package), kind);
}

async function install(folder: string, { package: name, version }: Kind): Promise<void> {
  console.log(`Fetching ${name} ${version} from the npm registry, once`);
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  const flags = [
    '--ignore-scripts',
    '--omit=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--fetch-retries=1',
  ];
  if (!(await runNpm(['install', ...flags, `${name}@${version}`], folder)))
    throw new Error(`npm could not install ${name}`);
}

async function start(folder: string, kind: Kind): Promise<StoreServer> {
  const data = temporaryFolder();
  const child = spawn(process.execPath, kind.argumentsOf(folder, data.path), {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = onExit(() => {
    child.kill('SIGKILL');
    data.remove();
  });
  try {
    return { origin: `http://127.0.0.1:${await portOf(child, kind)}`, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

function portOf(child: ChildProcess, { package: name, ready }: Kind): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const port = ready.exec(output)?.[1];
      if (port) resolve(port);
    };
    child.stdout!.on('data', read);
    child.stderr!.on('data', read);
    child.on('error', reject);
    child.on('exit', () => reject(new Error(`${name} ended before it was ready.\n${output}`)));
  });
}
