import { remark, spell } from '../../../tokens/text/spell.ts';

/** A token in a list or table, with its invisible characters spelled out. */
export function TokenText({ token }: { readonly token: string }) {
  const spelling = spell(token);
  if (spelling.length === 0) return <span class="dim">{remark(token)}</span>;
  return (
    <span class="token-text" dir="auto">
      {spelling.map(({ kind, text }, i) => (
        <span key={i} class={`spell-${kind}`}>
          {text}
        </span>
      ))}
    </span>
  );
}
