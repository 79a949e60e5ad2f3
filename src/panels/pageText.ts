import { embed } from './embedded.ts';
import { pagePolicy } from './policy.ts';

export interface PageText {
  readonly title: string;
  readonly language: string;
  /** What the page does and how it looks: the text of its script and of its style. */
  readonly script: string;
  readonly style: string;
  /** The address of the folder with what it loads by itself, once it is there: the plots. */
  readonly files: string;
  readonly nonce: string;
  readonly ownImages: boolean;
  /** Messages of the host that the page begins with, as if it had received them. */
  readonly first?: readonly unknown[];
}

/**
 * A page as one text: to fetch script and style, and then to ask the host what to show, takes longer than to draw it. It loads nothing
 * but its own files.
 */
export function pageText(page: PageText): string {
  const { title, language, script, style, files, nonce, ownImages, first = [] } = page;
  // What is inside is of this extension's build; neither may hold the end of its own element.
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
    <script type="application/json" id="first">${embed(first)}</script>
    <script nonce="${nonce}">${script}</script>
  </body>
</html>`;
}
