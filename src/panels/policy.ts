/** Where a page may take things from. */
export interface PagePolicy {
  /** What the elements of its script and style carry. */
  readonly nonce: string;
  /** Whether it draws pictures that it has made itself. */
  readonly ownImages: boolean;
}

/** A page's content security policy: it loads nothing but its own script, style and plots. */
export function pagePolicy({ nonce, ownImages }: PagePolicy): string {
  return [
    `default-src 'none'`,
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    ...(ownImages ? ['img-src blob:'] : []),
    // These two do not fall back to the first.
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}
