import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { version } from '@duckdb/node-api';
import type { Peer } from '../measure.ts';
import type { Asked } from './duckdbChild.ts';

const numbers = 'STRUCT(layer_index INTEGER, neuron_index INTEGER)';
const scores =
  'STRUCT(ev_correlation_score DOUBLE, rsquared_score DOUBLE, absolute_dev_explained_score DOUBLE)';
const explanations = `STRUCT(explanation VARCHAR, scored_simulation ${scores})[]`;

/** Reads IDs, texts and scores of all explanations. Given columns let DuckDB skip the sequences. */
export function duckdbJson(folder: string, expected: number): Peer {
  const files = quoted(`${folder}/*/*.jsonl`);
  const columns = `{neuron_id: '${numbers}', scored_explanations: '${explanations}'}`;
  return duckdb(
    'read_json of the same fields',
    `WITH explained AS (
      SELECT neuron_id AS id, unnest(scored_explanations) AS it
      FROM read_json(${files}, format = 'newline_delimited', columns = ${columns})
    )
    SELECT id.layer_index, id.neuron_index, it.explanation, it.scored_simulation.ev_correlation_score,
      it.scored_simulation.rsquared_score, it.scored_simulation.absolute_dev_explained_score
    FROM explained`,
    expected,
  );
}

/** Reads all rows of a Parquet file, of which there are so many. */
export function duckdbParquet(file: string, expected: number): Peer {
  return duckdb('reading the same Parquet file', `SELECT * FROM ${quoted(file)}`, expected);
}

/** In a process of its own, whose start is not timed: it slows later work there by a quarter. */
function duckdb(what: string, query: string, expected: number): Peer {
  let child: ChildProcess | undefined;
  return {
    name: `DuckDB ${version()} ${what}`,
    sample: async () => {
      child ??= fork(join(import.meta.dirname, 'duckdbChild.ts'));
      // It ends with this process, which waits for it only while it is asked.
      child.unref();
      child.channel?.ref();
      child.send({ query, expected } satisfies Asked);
      const [answer] = (await once(child, 'message')) as [number | string];
      child.channel?.unref();
      if (typeof answer === 'number') return answer;
      throw new Error(answer);
    },
  };
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
