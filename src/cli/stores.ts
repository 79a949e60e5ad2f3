import { type AccessOf, askedOnce } from '../files/stores/access.ts';
import { endpointsOf } from '../files/stores/endpoints.ts';
import {
  environmentAccesses,
  environmentEndpoints,
  type Variables,
} from '../files/stores/environmentAccess.ts';
import { Transport } from '../files/stores/transport.ts';
import { readEnvironmentFile } from '../platform/node/environment.ts';

/** Sends requests to the endpoints that the environment names. */
export function transportIn(variables: Variables, warn: (text: string) => void): Transport {
  const { route, problems } = endpointsOf(environmentEndpoints(variables));
  for (const problem of problems) warn(`Ignored an endpoint in the environment: ${problem}.\n`);
  return new Transport({ route });
}

/** The access to stores that the environment gives. */
export function accessIn(variables: Variables): AccessOf {
  const list = environmentAccesses(variables, { readText: readEnvironmentFile });
  return askedOnce((address) => Promise.resolve(list(address)));
}
