import { DuckDBInstance } from '@duckdb/node-api';
import { timed } from '../measure.ts';

export interface Asked {
  readonly query: string;
  /** How many rows there must be. */
  readonly expected: number;
}

process.on('message', (asked: Asked) => {
  void answer(asked).then((time) => process.send?.(time));
});

/** How long a query takes, in ms; in words, why it cannot be run. */
async function answer({ query, expected }: Asked): Promise<number | string> {
  try {
    return await timed(() => run(query), expected)();
  } catch (error) {
    return String(error);
  }
}

/** Into a JavaScript array of values for each column, the fastest of the forms that it gives. */
async function run(query: string): Promise<number | undefined> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(query)).getColumnsJS()[0]?.length;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
