/** `-ing` of an English verb; near enough for words that nobody is to read closely. */
export function participle(verb: string): string {
  if (/[^aeiou]ie$/.test(verb)) return `${verb.slice(0, -2)}ying`;
  return stem(verb) + 'ing';
}

/** The regular past, also of verbs that have another. */
export function past(verb: string): string {
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return stem(verb) + 'ed';
}

export function doer(verb: string): string {
  return `${stem(verb)}ers`;
}

/** Without a silent `e`, with the last consonant doubled where a short word asks for that. */
function stem(verb: string): string {
  if (/[^eoy]e$/.test(verb)) return verb.slice(0, -1);
  if (/^[^aeiou]*[aeiou][bdgkmnprt]$/.test(verb)) return verb + verb.at(-1)!;
  return verb;
}

export function singular(noun: string): string {
  if (noun.endsWith('ies')) return `${noun.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss)es$/.test(noun)) return noun.slice(0, -2);
  return /[^su]s$/.test(noun) ? noun.slice(0, -1) : noun;
}
