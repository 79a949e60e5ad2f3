import { type Access, AccessError } from './access.ts';
import type { Address } from './address.ts';
import { parseConnectionString } from './connectionString.ts';
import { googleAccess, principalAccess, type TokenOptions } from './tokens.ts';

/** The variables of the environment that a program runs in. */
export type Variables = Readonly<Record<string, string | undefined>>;

interface Options extends TokenOptions {
  /** Reads a text file on disk that a variable names. */
  readonly readText: (path: string) => Promise<string>;
}

/**
 * The accesses that the environment gives to an address, in the order of the reference: blobfile's
 * `_azure.py` and `_gcp.py`. Those for S3 are Amazon's own. The variables are read once.
 */
export function environmentAccesses(
  variables: Variables,
  options: Options,
): (address: Address) => readonly Access[] {
  const azure = azureTokens(variables, options);
  const google = googleTokens(variables, options);
  const s3 = s3Keys(variables);
  return ({ store, names }) => {
    switch (store) {
      case 'az':
        return [...azureKeys(variables, names[0]!), ...azure];
      case 'gs':
        return google;
      case 's3':
        return s3;
      case 'web':
        return [];
    }
  };
}

/**
 * The endpoints that the environment names, as a map for `endpointsOf`. Those of Azure are in its
 * connection string; the other variables are those of the tools of Amazon and Google.
 */
export function environmentEndpoints(variables: Variables): Readonly<Record<string, string>> {
  const { account, endpoint } =
    parseConnectionString(variables['AZURE_STORAGE_CONNECTION_STRING'] ?? '') ?? {};
  const s3 = variables['AWS_ENDPOINT_URL_S3'] || variables['AWS_ENDPOINT_URL'];
  const google = variables['STORAGE_EMULATOR_HOST'];
  return {
    ...(endpoint && { [`az://${account}`]: endpoint }),
    ...(s3 && { 's3://': s3 }),
    ...(google && { 'gs://': google.includes('://') ? google : `http://${google}` }),
  };
}

function azureKeys(variables: Variables, account: string): readonly Access[] {
  const found: Access[] = [];
  const isOfAccount = (variables['AZURE_STORAGE_ACCOUNT'] || account) === account;
  const key = variables['AZURE_STORAGE_KEY'] || variables['AZURE_STORAGE_ACCOUNT_KEY'];
  if (key && isOfAccount) found.push({ kind: 'sharedKey', account, key });
  const connection = parseConnectionString(variables['AZURE_STORAGE_CONNECTION_STRING'] ?? '');
  if (connection?.access && connection.account === account) found.push(connection.access);
  return found;
}

function azureTokens(variables: Variables, options: Options): readonly Access[] {
  const path = variables['AZURE_APPLICATION_CREDENTIALS'];
  if (path) {
    const principal = async () => {
      const { tenant, appId, password } = await readTexts(
        'AZURE_APPLICATION_CREDENTIALS',
        path,
        options,
      );
      if (tenant && appId && password) return { tenant, clientId: appId, clientSecret: password };
      throw new AccessError(
        'AZURE_APPLICATION_CREDENTIALS: expected a file with appId, password and tenant',
      );
    };
    return [principalAccess(principal, options)];
  }
  const tenant = variables['AZURE_TENANT_ID'];
  const clientId = variables['AZURE_CLIENT_ID'];
  const clientSecret = variables['AZURE_CLIENT_SECRET'];
  if (!tenant || !clientId || !clientSecret) return [];
  return [principalAccess(() => Promise.resolve({ tenant, clientId, clientSecret }), options)];
}

function googleTokens(variables: Variables, options: Options): readonly Access[] {
  const name = 'GOOGLE_APPLICATION_CREDENTIALS';
  const path = variables[name];
  return path ? [googleAccess(() => readTexts(name, path, options), options)] : [];
}

function s3Keys(variables: Variables): readonly Access[] {
  const id = variables['AWS_ACCESS_KEY_ID'];
  const secret = variables['AWS_SECRET_ACCESS_KEY'];
  if (!id || !secret) return [];
  const session = variables['AWS_SESSION_TOKEN'] || undefined;
  const region = variables['AWS_REGION'] || variables['AWS_DEFAULT_REGION'] || undefined;
  return [{ kind: 'hmac', id, secret, session, region }];
}

/** The texts in a JSON object in a file. */
async function readTexts(
  variable: string,
  path: string,
  { readText }: Options,
): Promise<Readonly<Record<string, string>>> {
  const text = await readText(path).catch(() => undefined);
  if (text === undefined) throw new AccessError(`${variable}: the file cannot be read: ${path}`);
  try {
    const entries = Object.entries(JSON.parse(text) as object);
    return Object.fromEntries(entries.filter(([, value]) => typeof value === 'string'));
  } catch {
    throw new AccessError(`${variable}: expected a JSON object in the file ${path}`);
  }
}
