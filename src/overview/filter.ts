import type { ExplanationDirectory } from '../catalog/explanationDirectory.ts';
import { fold, type Query } from '../catalog/query.ts';
import { bestScore } from './neurons.ts';
import type { Selection } from './protocol.ts';

export type Test = (id: number) => boolean;

/** What a selection holds. A range of scores holds no neuron without one. */
export function selects({ layers, scores }: Selection, { catalog }: ExplanationDirectory): Test {
  return (id) => {
    if (layers) {
      const { layer } = catalog.layer(id);
      if (layer < layers[0] || layer > layers[1]) return false;
    }
    if (!scores) return true;
    const score = bestScore(catalog, id);
    return score >= scores[0] && score <= scores[1];
  };
}

/** Whether a query holds of a neuron as the table shows it: with its best explanation. */
export function matches(query: Query, directory: ExplanationDirectory): Test {
  const { catalog } = directory;
  const { explanations } = catalog;
  const { texts, ofText, ofNeuron, ofScore } = query;
  const needsText = texts.length > 0 || ofText.length > 0;
  return (id) => {
    if (ofNeuron.length > 0) {
      const ref = directory.refOf(id);
      if (!ofNeuron.every((holds) => holds(ref))) return false;
    }
    const best = catalog.best(id);
    if (ofScore.length > 0) {
      const score = best === undefined ? null : explanations.get(best).score;
      if (!ofScore.every((holds) => holds(score))) return false;
    }
    if (!needsText) return true;
    const text = best === undefined ? '' : explanations.texts[best]!;
    const folded = fold(text);
    return (
      texts.every((wanted) => folded.includes(wanted)) &&
      ofText.every((holds) => holds(folded, text))
    );
  };
}
