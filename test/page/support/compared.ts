import { neuronText } from '../../unit/catalog/support/neuronText.ts';
import { proseSequence } from './made.ts';
import { readNeuron } from './comparisonPage.ts';

const sequences = [0, 1, 2].map((seed) => {
  const { tokens, actual, simulated } = proseSequence(seed);
  return { tokens, actual, simulated };
});

/** A neuron with two explanations, as the host reads it. */
export const twoExplanations = readNeuron(
  neuronText('5:131', [
    { text: ' references to the sea and ships', scores: [0.77, 0.5, 0.25], sequences },
    { text: ' references to the sea and sailing', scores: [0.5, null, NaN], sequences },
  ]),
  { layer: 5, neuron: 131 },
);

const [{ tokens, simulated }] = sequences as [(typeof sequences)[number]];

/** Another neuron, with one of these texts. */
export const anotherNeuron = readNeuron(
  neuronText('0:7', [
    {
      text: ' calm',
      scores: [0.8],
      sequences: [
        { tokens, actual: simulated, simulated },
        { tokens: [' two', ' more'], actual: [8, 1], simulated: [0, 2] },
      ],
    },
  ]),
  { layer: 0, neuron: 7 },
);
