import * as z from 'zod';
import { openai } from '../../dialects/openai/dialect.ts';

/**
 * Links that open a neuron: `vscode://publisher.name/neuron?…`, which anyone can make.
 * - `folder=run&path=explanations/5/131.jsonl`: below a workspace folder, by its name. It opens
 *   wherever that folder is open.
 * - `sample=5/131.jsonl`: in the sample that comes with the extension.
 * - `file=file:///…/5/131.jsonl`: by its URI, where there is no other way.
 */
export type LinkedNeuron =
  | { readonly folder: string; readonly path: string }
  | { readonly sample: string }
  | { readonly file: string };

/** The link to a neuron; `candidates` are its names, the one that opens in most places first. */
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

/** What a link names; undefined for one that is no such link. */
export function readNeuronLink(found: { path: string; query: string }): LinkedNeuron | undefined {
  const read = link.safeParse(found).data;
  if (!read) return undefined;
  // VS Code has decoded it already, so an & or a % in it is part of a name.
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

/** A path that stays below its start on every system: no `..`, drive or encoded separator. */
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
