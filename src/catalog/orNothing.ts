import { FileError } from '../files/fileSource.ts';

/** The result of a listing; empty if it failed. */
export async function orNothing<T>(listing: Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await listing;
  } catch (error) {
    if (error instanceof FileError) return [];
    throw error;
  }
}
