import { visible } from '../text/display.ts';

/**
 * Untrusted text for a quick pick, where VS Code draws `$(name)` as an icon unless it is escaped.
 */
export function plainLabel(text: string): string {
  return visible(text).replace(/\$\([\w-]+(?:~\w+)?\)/g, '\\$&');
}

/**
 * Untrusted text for a notification, where VS Code turns `[words](command:…)` into a link. A
 * zero-width space separates the two parts.
 */
export function withoutLinks(text: string): string {
  return visible(text).replaceAll('](', ']\u200b(');
}
