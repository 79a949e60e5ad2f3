import * as z from 'zod';

const index = z.int().min(0);

/** The page asks to compare two explanations of its neuron; with null, one with the best of the others. Answered by null. */
export const compareRequest = z.object({
  type: z.literal('compare'),
  left: index,
  right: index.nullable(),
});

export type CompareRequest = Readonly<z.infer<typeof compareRequest>>;
