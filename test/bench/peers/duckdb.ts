import { DuckDBInstance, version } from '@duckdb/node-api';
import { type Peer, timed } from '../measure.ts';

const numbers = 'STRUCT(layer_index INTEGER, neuron_index INTEGER)';
const scores =
  'STRUCT(ev_correlation_score DOUBLE, rsquared_score DOUBLE, absolute_dev_explained_score DOUBLE)';
const explanations = `STRUCT(explanation VARCHAR, scored_simulation ${scores})[]`;

/**
 * Reads layer, neuron, text and the three scores of all explanations in a folder, of which there are so many. The columns are given, so
 * that the sequences are passed over. With its settings as they are: with the order of rows left open it takes about a third less.
 */
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

/** Into a JavaScript array of values for each column, the fastest of the forms that it gives. */
function duckdb(what: string, query: string, expected: number): Peer {
  return {
    name: `DuckDB ${version()} ${what}`,
    sample: timed(async () => {
      const instance = await DuckDBInstance.create(':memory:');
      const connection = await instance.connect();
      try {
        const columns = (await connection.runAndReadAll(query)).getColumnsJS();
        return columns[0]?.length;
      } finally {
        connection.closeSync();
        instance.closeSync();
      }
    }, expected),
  };
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
