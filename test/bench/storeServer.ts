import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { azureListing } from '../unit/files/stores/support/listings.ts';
import { one, planNeuron } from './data/plan.ts';
import { chooseSome, longPieces } from './data/pieces.ts';
import { neuronBytes } from './data/neuronText.ts';
import { busyLayers, perLayer, storeLatency, storeLayers } from './storeUnderTest.ts';

// A process that answers like Azure, late. It tells its port.

/** Of a file, which makes it about as large as those of the public data. */
const sequences = 4;
const kinds = Array.from({ length: 20 }, (_, kind) => {
  const { explanations, random } = planNeuron(kind, one);
  const { top } = longPieces('public', kind);
  const pieces = chooseSome(top, sequences, random).map((variants) => variants[0]!);
  return neuronBytes(0, 0, [{ ...explanations[0]!, pieces }], 'public').toString('latin1');
});

/** The file of a neuron. */
function fileOf(layer: number, neuron: number): Buffer {
  const kind = kinds[neuron % kinds.length]!;
  const numbered = kind
    .replace(/"layer_index": 0\b/, `"layer_index": ${layer}`)
    .replace(/"neuron_index": 0\b/, `"neuron_index": ${neuron}`);
  return Buffer.from(numbered, 'latin1');
}

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url!, 'http://store');
  setTimeout(() => {
    if (searchParams.get('comp') === 'list')
      return response.end(listing(searchParams.get('prefix')!));
    const [, layer, neuron] = /(\d+)\/(\d+)\.jsonl$/.exec(decodeURIComponent(pathname)) ?? [];
    const file = fileOf(Number(layer), Number(neuron));
    response.setHeader('ETag', '"v1"').setHeader('Last-Modified', 'Tue, 01 Jul 2025 00:00:00 GMT');
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
    if (from === undefined) {
      response.setHeader('Content-Length', file.length);
      return response.end(file);
    }
    const part = file.subarray(Number(from), Number(to) + 1);
    const last = Number(from) + part.length - 1;
    response.setHeader('Content-Range', `bytes ${from}-${last}/${file.length}`);
    response.setHeader('Content-Length', part.length).statusCode = 206;
    response.end(part);
  }, storeLatency);
});
server.listen(0, '127.0.0.1', () => {
  process.send!((server.address() as AddressInfo).port);
});

function listing(prefix: string): string {
  const [run, layer] = prefix.split('/') as [string, string];
  const isRoot = layer === '';
  const layers = run === 'busy' ? busyLayers : storeLayers;
  const folders = isRoot ? Array.from({ length: layers }, (_, i) => `${prefix}${i}/`) : [];
  const files = isRoot
    ? []
    : Array.from(
        { length: perLayer },
        (_, i) => [`${prefix}${i}.jsonl`, fileOf(Number(layer), i)] as const,
      );
  return azureListing({ files, folders, next: undefined });
}
