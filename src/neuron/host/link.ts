import * as z from 'zod';
import { openai } from '../../dialects/openai/dialect.ts';

/**
 * Links that open a neuron: `vscode://publisher.name/neuron?…`. Anyone can make one.
 * - `folder=run&path=explanations/5/131.jsonl`: in an open workspace folder with that name
 * - `sample=5/131.jsonl`: in the sample data
 * - `file=file:///…/5/131.jsonl`: by URI, if there is no other way
 */
export type LinkedNeuron =
  | { readonly folder: string; readonly path: string }
  | { readonly sample: string }
  | { readonly file: string };

/** The link by the first of `candidates` that can be read back unchanged. */
export function neuronLink(
  scheme: string,
  extensionId: string,
  candidates: readonly LinkedNeuron[],
): string | undefined {
  const named = candidates.find((each) => {
    const read = readNeuronLink({ path: '/neuron', query: queryOf(each, String) });
    return JSON.stringify(read) === JSON.stringify(each);
  });
  return named && `${scheme}://${extensionId}/neuron?${queryOf(named, encodeURIComponent)}`;
}

/** Undefined if the link is invalid. */
export function readNeuronLink(found: { path: string; query: string }): LinkedNeuron | undefined {
  const read = link.safeParse(found).data;
  if (!read) return undefined;
  // VS Code has already decoded it, so & and % may be part of a name.
  const [, name = '', value] = /^(file|sample)=(.*)$/s.exec(read.query) ?? [];
  if (value !== undefined)
    return (name === 'file' ? file : sample).safeParse({ [name]: value }).data;
  const [, folder, path] = /^folder=(.*?)&path=(.*)$/s.exec(read.query) ?? [];
  return below.safeParse({ folder, path }).data;
}

function queryOf(named: LinkedNeuron, encode: (text: string) => string): string {
  return Object.entries(named)
    .map(([name, value]) => `${name}=${encode(value).replaceAll('%2F', '/')}`)
    .join('&');
}

const link = z.object({ path: z.literal('/neuron'), query: z.string().max(20_000) });

/** Stays below its start on every system: no `..`, drive or encoded separator. */
const relativePath = z
  .string()
  .max(4096)
  .regex(/^[^/\\\0-\x1f]+(?:\/[^/\\\0-\x1f]+)*$/)
  .refine((path) => openai.split(`/${path}`) !== undefined)
  .refine((path) => !/(^|\/)\.\.?(\/|$)|^[a-z]:|%(2f|5c|2e)/i.test(path));

const below = z.object({
  folder: z
    .string()
    .min(1)
    .max(255)
    .regex(/^[^\0-\x1f]*$/),
  path: relativePath,
});

const sample = z.object({ sample: relativePath });

/** The URI of a neuron's file, without relative segments. */
const file = z.object({
  file: z
    .string()
    .max(4096)
    .regex(/^[a-z][a-z\d+.-]*:\/[^?#]*$/i)
    .refine((uri) => openai.split(uri) !== undefined)
    .refine((uri) => {
      try {
        return !/(^|[\\/])\.\.?([\\/]|$)|[\0-\x1f]/.test(decodeURIComponent(uri));
      } catch {
        return false;
      }
    }),
});
