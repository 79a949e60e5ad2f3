import { type Peer, timed } from '../measure.ts';

/** The least that a search can do: look for a word in all texts. */
export function includesPass(texts: readonly string[]): Peer {
  // In some texts, not at their beginnings.
  const word = 'violence';
  const pass = () => {
    let count = 0;
    for (const text of texts) if (text.includes(word)) count++;
    return count;
  };
  return { name: 'one pass of includes over all texts', sample: timed(pass, pass()) };
}
