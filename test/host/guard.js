// Loaded into every Node process of a test run, and its threads: no test, bench or script contacts
// an address that is not loopback. One that tries gets an error, and fails the run. JavaScript,
// since loading TypeScript would take longer than many a process runs.
import { AsyncLocalStorage } from 'node:async_hooks';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { isMainThread } from 'node:worker_threads';

/** The environment variable with the file of refused contacts: a line of JSON each. */
export const contactsVariable = 'NEURON_EXPLANATIONS_CONTACTS';

/** @type {{ guardOfTests?: AsyncLocalStorage<boolean> }} */
const shared = globalThis;
// A process may load this file and its copy, and has one guard all the same.
const isFirst = !shared.guardOfTests;
const installing = (shared.guardOfTests ??= new AsyncLocalStorage());

/**
 * Runs an installer, which may contact other addresses: it is no test.
 * @template T
 * @param {() => T} run
 * @returns {T}
 */
export function asInstaller(run) {
  return installing.run(true, run);
}

const loopback = new net.BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');
// A connection to no address in particular goes to this machine.
loopback.addAddress('0.0.0.0', 'ipv4');
loopback.addAddress('::', 'ipv6');

/** @param {unknown} host */
function isLoopback(host) {
  if (typeof host !== 'string' || host === '') return true;
  const family = net.isIP(host);
  if (family === 0) return /^(?:.*\.)?localhost\.?$/i.test(host);
  return loopback.check(host, family === 6 ? 'ipv6' : 'ipv4');
}

/**
 * Throws if an address is not loopback, and notes it, since the error may be caught.
 * @param {unknown} host
 * @param {unknown} [port]
 */
function check(host, port) {
  if (isLoopback(host) || installing.getStore()) return;
  const address = port === undefined ? String(host) : `${host}:${port}`;
  const error = new Error(`no test may contact ${address}: it is not on this machine`);
  const file = process.env[contactsVariable];
  const by = `${process.argv.slice(1, 3).join(' ')}${isMainThread ? '' : ', in a thread'}`;
  if (file) appendFileSync(file, `${JSON.stringify({ address, by, stack: error.stack })}\n`);
  throw error;
}

/**
 * Calls `before` with the arguments of a method before each call.
 * @param {any} object
 * @param {string} name
 * @param {(...args: any[]) => void} before
 */
function guard(object, name, before) {
  const original = object[name];
  object[name] = Object.defineProperties(
    /** @this {unknown} @param {any[]} args */
    function (...args) {
      before(...args);
      return original.apply(this, args);
    },
    // Such as that of `promisify`.
    Object.getOwnPropertyDescriptors(original),
  );
}

if (isFirst) {
  // The first argument is a list of arguments, options, a port or a path.
  guard(net.Socket.prototype, 'connect', (...args) => {
    const [first, second] = Array.isArray(args[0]) ? args[0] : args;
    if (typeof first === 'object' && first !== null)
      check(first.path ? '' : first.host, first.port);
    else if (typeof second === 'string') check(second, first);
  });
  guard(dgram.Socket.prototype, 'connect', (port, host) => check(host, port));
  // The address is the last text behind the message.
  guard(dgram.Socket.prototype, 'send', (_, ...args) =>
    check(args.findLast((each) => typeof each === 'string')),
  );
  for (const object of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype])
    for (const name of Object.getOwnPropertyNames(object))
      if (/^(?:lookup|resolve|reverse)/.test(name)) guard(object, name, (host) => check(host));
  syncBuiltinESMExports();
}
