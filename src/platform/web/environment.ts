/** A browser has no variables. */
export const environment: Readonly<Record<string, string | undefined>> = {};

export function readEnvironmentFile(path: string): Promise<string> {
  return Promise.reject(new Error(`there is no disk to read ${path} from`));
}
