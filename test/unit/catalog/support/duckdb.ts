import {
  DuckDBInstance,
  DuckDBListValue,
  DuckDBStructValue,
  DuckDBTimestampValue,
} from '@duckdb/node-api';

/** The rows that DuckDB gives for a query, as plain values; times in microseconds. */
export async function query(sql: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  try {
    const reader = await connection.runAndReadAll(sql);
    return reader
      .getRowObjects()
      .map((row) => plain(new DuckDBStructValue(row)) as Record<string, unknown>);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function plain(value: unknown): unknown {
  if (value instanceof DuckDBListValue) return value.items.map(plain);
  if (value instanceof DuckDBTimestampValue) return value.micros;
  if (value instanceof DuckDBStructValue)
    return Object.fromEntries(
      Object.entries(value.entries).map(([key, each]) => [key, plain(each)]),
    );
  return value;
}

/** A path between the quotes of SQL. */
export const quoted = (path: string) => `'${path.replaceAll("'", "''")}'`;
