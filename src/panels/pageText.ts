export interface PageText {
  readonly title: string;
  readonly language: string;
  /** By the English texts; undefined in English. */
  readonly translation?: Readonly<Record<string, string>> | undefined;
  /** Source text, not an address. */
  readonly script: string;
  /** Source text, not an address. */
  readonly style: string;
  /** The URI of the folder from which the page loads its plots. */
  readonly files: string;
  readonly nonce: string;
  /** Whether the workspace is in Restricted Mode, in which a page disables what writes. */
  readonly restricted?: boolean;
  /** Whether the page shows images that it creates. */
  readonly ownImages: boolean;
  /** Messages that the page starts with, as if the host had posted them. */
  readonly first?: readonly unknown[];
}

/** A page with its script, style and first messages: fetching them takes longer than drawing. */
export function pageText(page: PageText): string {
  const { title, language, translation, script, style, files, nonce, ownImages, first = [] } = page;
  const restricted = page.restricted ? ' data-restricted' : '';
  // Either would end its element early. The build decides it, so the check never fails for users.
  if (/<\/script|<!--/i.test(script) || /<\/style/i.test(style))
    throw new Error(
      `The page “${title}” cannot be written into one text: its files hold the end of an element`,
    );
  return `<!DOCTYPE html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${pagePolicy({ nonce, ownImages })}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <style nonce="${nonce}">${style}</style>
  </head>
  <body>
    <div id="root" data-files="${files}/"${restricted}></div>
    <script type="application/json" id="first">${embed(first)}</script>${translated(translation)}
    <script nonce="${nonce}">${script}</script>
  </body>
</html>`;
}

/** The content security policy: a page loads only its own script, style and plots. */
function pagePolicy({ nonce, ownImages }: Pick<PageText, 'nonce' | 'ownImages'>): string {
  return [
    `default-src 'none'`,
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    ...(ownImages ? ['img-src blob:'] : []),
    // `default-src` does not cover these two.
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}

/** Data, which the policy does not stop: `src/ui/l10n.ts` reads it. */
function translated(translation: PageText['translation']): string {
  if (!translation) return '';
  return `\n    <script type="application/json" id="l10n">${embed(translation)}</script>`;
}

/** Messages in a page's HTML: JSON with typed arrays, NaN and infinities, like `postMessage`. */

/** An object with this key alone stands for the typed array of this name. */
const float64 = 'Float64Array';
const uint8 = 'Uint8Array';

/** A value as JSON that cannot end an HTML script element. */
export function embed(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => {
    if (each instanceof Float64Array)
      return { [float64]: Array.from(each, (it) => (Number.isFinite(it) ? it : String(it))) };
    return each instanceof Uint8Array ? { [uint8]: [...each] } : each;
  }).replaceAll('<', '\\u003c');
}

/** The value that `embed` wrote. Throws a SyntaxError if the text is not JSON. */
export function parseEmbedded(text: string): unknown {
  return JSON.parse(text, (_, each: unknown) => {
    if (typeof each !== 'object' || each === null) return each;
    if (float64 in each) return Float64Array.from(each[float64] as (number | string)[], Number);
    return uint8 in each ? Uint8Array.from(each[uint8] as number[]) : each;
  });
}
