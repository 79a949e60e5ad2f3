import * as z from 'zod';
import { siblingKinds } from '../../format/siblingFile.ts';

const index = z.int().min(0);

/** The page's `SiblingsRequest`s, checked. */
export const siblingsRequests = [
  z.object({ type: z.literal('sibling'), uri: z.string(), kind: z.enum(siblingKinds) }),
  z.object({ type: z.literal('openConnected'), layer: index, neuron: index }),
] as const;
