import { FileError } from '../files/fileSource.ts';

/** What a listing gives; nothing where it cannot be listed. */
export async function orNothing<T>(listing: Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await listing;
  } catch (error) {
    if (error instanceof FileError) return [];
    throw error;
  }
}
