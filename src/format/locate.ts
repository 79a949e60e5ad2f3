import { type JsonPath, visitPythonJson } from './pythonJson.ts';

/** The position of a value in a text, in characters. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
  /** False for the nearest enclosing value, if the value itself was not found. */
  readonly exact: boolean;
}

interface Node {
  readonly children: Map<string | number, Node>;
  range: { readonly start: number; readonly end: number } | undefined;
}

const newNode = (): Node => ({ children: new Map(), range: undefined });

/**
 * The ranges of the values at these paths. If a value is missing, the first character of the
 * nearest enclosing one. Reads the text once, up to the end of its first value or a fault. For a
 * repeated key the last value counts.
 */
export function locateAll(text: string, paths: readonly JsonPath[]): readonly TextRange[] {
  const root = newNode();
  for (const path of paths) add(root, path);
  visitPythonJson(text, (at, start, end) => {
    const node = find(root, at);
    if (node) node.range = { start, end };
  });
  return paths.map((path) => nearest(root, path));
}

/** The value at one path; undefined if missing. See `locateAll`. */
export function locate(text: string, path: JsonPath): TextRange | undefined {
  const [found] = locateAll(text, [path]);
  return found?.exact ? found : undefined;
}

function add(root: Node, path: JsonPath): void {
  let node = root;
  for (const key of path) {
    const child = node.children.get(key) ?? newNode();
    node.children.set(key, child);
    node = child;
  }
}

function find(root: Node, path: JsonPath): Node | undefined {
  let node: Node | undefined = root;
  for (const key of path) {
    node = node.children.get(key);
    if (!node) return undefined;
  }
  return node;
}

function nearest(root: Node, path: JsonPath): TextRange {
  let around = 0;
  let node: Node | undefined = root;
  for (let depth = 0; ; depth++) {
    const { range } = node;
    // Ranges in an earlier value of a repeated key are not in the last one.
    if (range && range.start < around) break;
    if (range && depth === path.length) return { ...range, exact: true };
    around = range?.start ?? around;
    node = node.children.get(path[depth] ?? '');
    if (!node || depth === path.length) break;
  }
  return { start: around, end: around + 1, exact: false };
}
