import { FileError } from '../fileSource.ts';

/**
 * Why a browser does not hand out an answer, if a server refuses all web pages. Browsers do not say
 * it (CORS): there, a request that hides its answer arrives, and all others fail.
 */
export async function webPageRefusal(
  path: string,
  url: string,
  error: unknown,
  signal: AbortSignal,
): Promise<FileError | undefined> {
  // Node says more, and asks no server whether it may read.
  if (!(error instanceof TypeError) || error.cause !== undefined) return undefined;
  const init = { mode: 'no-cors', credentials: 'omit', referrerPolicy: 'no-referrer' } as const;
  const arrives = await fetch(url, { ...init, method: 'HEAD', signal }).then(
    () => true,
    () => false,
  );
  if (!arrives) return undefined;
  return new FileError(
    path,
    'this store does not allow web pages to read it (CORS). Open it in VS Code on the desktop, or ask the owner of the store to allow web pages',
  );
}
