import * as z from 'zod';

/** No figure is nearly as large. */
const mostBytes = 100_000_000;

/** The requests of `takeProtocol.ts`, to be checked. */
export const takeRequests = [
  z.object({ type: z.literal('copyText'), text: z.string().max(mostBytes) }),
  z.discriminatedUnion('format', [
    z.object({
      type: z.literal('saveFigure'),
      format: z.literal('svg'),
      content: z.string().max(mostBytes),
    }),
    z.object({
      type: z.literal('saveFigure'),
      format: z.literal('png'),
      content: z.instanceof(Uint8Array),
    }),
  ]),
] as const;

const sequenceContext = z.object({ sequence: z.int().min(0) });

/** Which sequence a command's argument is about: VS Code gives what the page has said of the place of a menu. */
export function sequenceOf(argument: unknown): number | null {
  return sequenceContext.safeParse(argument).data?.sequence ?? null;
}
