/**
 * What a page may ask of its host: by name, with the schema of the argument and the type of the
 * answer. Pages import the types only.
 */
import * as z from 'zod';
import { type Reply, type RequestMessage, resultOf } from './protocol.ts';

declare const answered: unique symbol;

export interface Request<Argument, Answer> {
  readonly argument: z.ZodType<Argument>;
  /** For the compiler: the host and the page are built together, so no one checks an answer. */
  readonly [answered]?: Answer;
}

interface Asking<Argument> {
  answers<Answer>(): Request<Argument, Answer>;
}

/** A request, whose argument is checked by the schema; without one there is no argument. */
export function ask(): Asking<undefined>;
export function ask<Argument>(argument: z.ZodType<Argument>): Asking<Argument>;
export function ask(argument: z.ZodType = z.undefined()): Asking<unknown> {
  return { answers: () => ({ argument }) };
}

export type Contract = Readonly<Record<string, Request<unknown, unknown>>>;
export type NameOf<C extends Contract> = keyof C & string;
export type ArgumentOf<C extends Contract, Name extends NameOf<C>> = z.infer<C[Name]['argument']>;
export type AnswerOf<C extends Contract, Name extends NameOf<C>> =
  C[Name] extends Request<unknown, infer Answer> ? Answer : never;

/** What is asked: one of the requests, with its argument. */
export type Asked<C extends Contract, Name extends NameOf<C> = NameOf<C>> = {
  [Each in Name]: { readonly name: Each; readonly argument: ArgumentOf<C, Each> };
}[Name];

/** What the host does, for all requests of a contract. */
export type Handlers<C extends Contract> = {
  readonly [Name in NameOf<C>]: (
    argument: ArgumentOf<C, Name>,
  ) => AnswerOf<C, Name> | Promise<AnswerOf<C, Name>>;
};

/** The page has loaded. */
export const ready = z.object({ type: z.literal('ready') });

const requestMessage = z.object({
  type: z.literal('request'),
  id: z.number(),
  request: z.object({ name: z.string(), argument: z.unknown().optional() }),
});

/** A request of a page, checked; undefined for what is none. */
export function parseRequest<C extends Contract>(
  requests: C,
  message: unknown,
): RequestMessage<Asked<C>> | undefined {
  const { id, request } = requestMessage.safeParse(message).data ?? {};
  if (id === undefined || !request || !Object.hasOwn(requests, request.name)) return undefined;
  const { name } = request;
  const { success, data: argument } = requests[name]!.argument.safeParse(request.argument);
  return success ? { type: 'request', id, request: { name, argument } as Asked<C> } : undefined;
}

/** Does what is asked for. Never rejects: a failure is an answer, too. */
export async function replyTo<C extends Contract>(
  { id, request }: RequestMessage<Asked<C>>,
  handlers: Handlers<C>,
): Promise<Reply> {
  return { type: 'reply', id, result: await resultOf(() => handle(request, handlers)) };
}

function handle<C extends Contract, Name extends NameOf<C>>(
  { name, argument }: Asked<C, Name>,
  handlers: Handlers<C>,
) {
  return handlers[name](argument);
}
