import type { Disk } from '../interfaces.ts';

/** VS Code's file systems provide all files. */
export const disk: Disk | undefined = undefined;
