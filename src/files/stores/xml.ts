// Listings are flat XML without attributes that matter. A web worker has no parser for XML.

/** Whether a document has this root, to its end: one that was cut off lacks names. */
export function hasRoot(xml: string, name: string): boolean {
  return new RegExp(`<${name}[\\s>]`).test(xml) && xml.trimEnd().endsWith(`</${name}>`);
}

/** The content of all elements with a name, which do not contain each other. */
export function elements(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, 'gs'))].map(
    ([, inside]) => inside!,
  );
}

/** The text of the first element with a name. Empty if there is none. */
export function text(xml: string, name: string): string {
  const start = xml.indexOf(`<${name}>`);
  if (start < 0) return '';
  const from = start + name.length + 2;
  return unescaped(xml.slice(from, xml.indexOf(`</${name}>`, from)));
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function unescaped(xml: string): string {
  return xml.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) => {
    if (name !== undefined) return named[name as string] ?? all;
    const code = hex === undefined ? Number(decimal) : parseInt(hex as string, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}
