import { visible } from '../text/visible.ts';

/** A text of someone else's in the row of a quick pick, where VS Code draws `$(name)` as an icon unless it is escaped. */
export function plainLabel(text: string): string {
  return visible(text).replace(/\$\([\w-]+(?:~\w+)?\)/g, '\\$&');
}

/** A text of someone else's in a notification, where VS Code makes a link of `[words](command:…)`: a space of no width parts the two. */
export function withoutLinks(text: string): string {
  return visible(text).replaceAll('](', ']\u200b(');
}
