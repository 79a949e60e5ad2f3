/** Where a page may take things from. */
export interface PagePolicy {
  /** The origin of the page's own files. */
  readonly source: string;
  /** What its script element carries. */
  readonly nonce: string;
  /** Whether it draws pictures that it has made itself. */
  readonly ownImages: boolean;
}

/** A page's content security policy: it loads nothing but its own script, style and icon font. */
export function pagePolicy({ source, nonce, ownImages }: PagePolicy): string {
  return [
    `default-src 'none'`,
    `style-src ${source}`,
    `font-src ${source}`,
    `script-src 'nonce-${nonce}'`,
    ...(ownImages ? ['img-src blob:'] : []),
  ].join('; ');
}
