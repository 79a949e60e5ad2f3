/** Requests of a page to its host. Pages import only types, so that zod stays out of them. */
import * as z from 'zod';
import { Superseded } from './superseded.ts';

declare const answered: unique symbol;

export interface Request<Argument, Answer> {
  readonly argument: z.ZodType<Argument>;
  /** For the compiler only: the host is trusted, so answers are not validated. */
  readonly [answered]?: Answer;
}

interface Asking<Argument> {
  answers<Answer>(): Request<Argument, Answer>;
}

/** Declares a request. Without a schema, it has no argument. */
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

/** One of the requests, with its argument. */
export type Asked<C extends Contract, Name extends NameOf<C> = NameOf<C>> = {
  [Each in Name]: { readonly name: Each; readonly argument: ArgumentOf<C, Each> };
}[Name];

/** A page's message; the host answers each with one `Reply`. */
export interface RequestMessage<Request> {
  readonly type: 'request';
  readonly id: number;
  readonly request: Request;
}

export interface Reply {
  readonly type: 'reply';
  readonly id: number;
  readonly result: Result;
}

/** `superseded`: not a failure, the page no longer needs the answer. */
export type Result =
  { readonly ok: unknown } | { readonly error: string; readonly superseded?: true };

/** The host's side of each request. */
export type Handlers<C extends Contract> = {
  readonly [Name in NameOf<C>]: (
    argument: ArgumentOf<C, Name>,
  ) => AnswerOf<C, Name> | Promise<AnswerOf<C, Name>>;
};

/** The workspace is trusted now. For every page: `src/ui/trust.ts` receives it. */
export interface TrustMessage {
  readonly type: 'trusted';
}

/** A page sends it once it has loaded. */
export const ready = z.object({ type: z.literal('ready') });

const requestMessage = z.object({
  type: z.literal('request'),
  id: z.number(),
  request: z.object({ name: z.string(), argument: z.unknown().optional() }),
});

/** Validates a page's message; undefined if it is no request of the contract. */
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

/** Runs a request. Never rejects: a failure is a reply. */
export async function replyTo<C extends Contract>(
  { id, request }: RequestMessage<Asked<C>>,
  handlers: Handlers<C>,
): Promise<Reply> {
  return { type: 'reply', id, result: await resultOf(() => handle(request, handlers)) };
}

/** Never rejects. */
export async function resultOf(run: () => unknown): Promise<Result> {
  try {
    return { ok: await run() };
  } catch (error) {
    if (error instanceof Superseded) return { error: error.message, superseded: true };
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function handle<C extends Contract, Name extends NameOf<C>>(
  { name, argument }: Asked<C, Name>,
  handlers: Handlers<C>,
) {
  return handlers[name](argument);
}
