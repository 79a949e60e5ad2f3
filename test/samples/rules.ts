/** How strongly the token at a place shows what a neuron, or its explanation, is about: 0 to 1. */
export type Rule = (tokens: readonly string[], at: number) => number;

/** Tokens that match, by themselves. */
export function token(pattern: RegExp): Rule {
  return (tokens, at) => (pattern.test(tokens[at]!) ? 1 : 0);
}

/**
 * Words that match, in lower case. A word of several tokens is recognised at its last; before that,
 * there is a first guess.
 */
export function words(pattern: RegExp): Rule {
  return perSequence((tokens) =>
    tokens.map((_, at) => {
      const { text, last } = wordAt(tokens, at);
      if (!pattern.test(text)) return 0;
      return last ? 1 : 0.35;
    }),
  );
}

/** The words listed, and their plurals. */
export function listed(list: string): Rule {
  return words(new RegExp(`^(?:${list.trim().split(/\s+/).join('|')})(?:s|es)?$`));
}

/** The token after those of the rule. */
export function after(rule: Rule): Rule {
  return (tokens, at) => (at > 0 ? rule(tokens, at - 1) : 0);
}

/** Up to `reach` tokens after those of the rule, fading. */
export function echoing(rule: Rule, reach: number): Rule {
  return (tokens, at) => {
    let strongest = 0;
    for (let back = 1; back <= reach && back <= at; back++) {
      strongest = Math.max(strongest, rule(tokens, at - back) / (1 + back));
    }
    return strongest;
  };
}

/** All of a sequence in which the rule holds for such a share of the tokens: a kind of text. */
export function among(rule: Rule, share: number): Rule {
  return perSequence((tokens) => {
    const found = tokens.filter((_, at) => rule(tokens, at) > 0).length;
    return tokens.map(() => (found / tokens.length >= share ? 1 : 0));
  });
}

export function any(...rules: Rule[]): Rule {
  return (tokens, at) => rules.reduce((most, rule) => Math.max(most, rule(tokens, at)), 0);
}

export function both(one: Rule, other: Rule): Rule {
  return (tokens, at) => one(tokens, at) * other(tokens, at);
}

export function except(rule: Rule, exception: Rule): Rule {
  return (tokens, at) => (exception(tokens, at) > 0 ? 0 : rule(tokens, at));
}

export function weak(rule: Rule, strength: number): Rule {
  return (tokens, at) => strength * rule(tokens, at);
}

/** Computed once per sequence: every neuron uses the same rules, and rules use rules. */
function perSequence(workOut: (tokens: readonly string[]) => number[]): Rule {
  const known = new WeakMap<readonly string[], number[]>();
  return (tokens, at) => {
    let strengths = known.get(tokens);
    if (!strengths) known.set(tokens, (strengths = workOut(tokens)));
    return strengths[at]!;
  };
}

function wordAt(tokens: readonly string[], at: number): { text: string; last: boolean } {
  let start = at;
  while (start > 0 && continues(tokens, start)) start--;
  let end = at + 1;
  while (end < tokens.length && continues(tokens, end)) end++;
  const text = tokens.slice(start, end).join('').trim().toLowerCase();
  return { text, last: end === at + 1 };
}

function continues(tokens: readonly string[], at: number): boolean {
  return /^\p{L}/u.test(tokens[at]!) && /\p{L}$/u.test(tokens[at - 1]!);
}
