import { embed } from './embedded.ts';

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
  /** Whether the page shows images that it creates. */
  readonly ownImages: boolean;
  /** Messages that the page starts with, as if the host had posted them. */
  readonly first?: readonly unknown[];
}

/** A page with its script, style and first messages: fetching them takes longer than drawing. */
export function pageText(page: PageText): string {
  const { title, language, translation, script, style, files, nonce, ownImages, first = [] } = page;
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
    <div id="root" data-files="${files}/"></div>
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
