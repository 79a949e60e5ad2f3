/**
 * `error`: the file holds no neuron, or something it shows is wrong. `warning`: something is
 * missing or inconsistent. `info`: a notice.
 */
export type Severity = 'error' | 'warning' | 'info';

interface Kind {
  readonly severity: Severity;
  /** What is wrong with a file, as shown to users. */
  readonly means: string;
  /** What to do about it. */
  readonly todo: string;
}

/**
 * Every kind of problem that a neuron file can have. Codes never change: reports and pipelines name
 * them. The README's section "What is wrong with a file" lists the same.
 */
export const problemKinds = {
  unreadable: {
    severity: 'error',
    means: 'The file system does not give the file, or the folder of a layer.',
    todo: 'See to its permissions, its links and its disk.',
  },
  'too-large': {
    severity: 'error',
    means: 'It is larger than a neuron can be: 512 MiB, or what fits into a text.',
    todo: 'Look what wrote it; many neurons in one file are not this format.',
  },
  empty: {
    severity: 'error',
    means: 'It has 0 bytes, or only white space or zero bytes.',
    todo: 'Write or copy it again; a run that was stopped leaves such files.',
  },
  compressed: {
    severity: 'error',
    means: 'It is compressed by gzip.',
    todo: 'Decompress it.',
  },
  'not-utf8': {
    severity: 'error',
    means: 'It is not text in UTF-8.',
    todo: 'Save it as UTF-8; if it never was text, it is another kind of file.',
  },
  'byte-order-mark': {
    severity: 'error',
    means: 'It begins with a byte order mark, which JSON does not allow.',
    todo: 'Save it as UTF-8 without one.',
  },
  'cut-off': {
    severity: 'error',
    means: 'Its JSON stops in the middle.',
    todo: 'Copy or write it again: the rest is lost.',
  },
  'malformed-json': {
    severity: 'error',
    means: 'It is not JSON, nor what Python takes for JSON.',
    todo: 'Mend what stands at the place, or write it again.',
  },
  'nested-too-deep': {
    severity: 'error',
    means: 'Its values are nested deeper than 500 levels; those of a neuron are 10.',
    todo: 'Look what wrote it.',
  },
  'not-a-neuron': {
    severity: 'error',
    means: 'It is JSON of another thing than a neuron’s explanations.',
    todo: 'Move it out of the layers, or look what wrote it.',
  },
  'attention-head': {
    severity: 'error',
    means: 'It holds explanations of an attention head, which the extension does not show.',
    todo: 'Keep attention heads in a directory of their own.',
  },
  'several-lines': {
    severity: 'error',
    means: 'It has several lines, of which only the first is shown.',
    todo: 'Leave one line in it: the reference refuses others.',
  },
  'left-out': {
    severity: 'error',
    means:
      'An explanation, a sequence or a record makes no sense without what it lacks, and is not shown.',
    todo: 'Write it again with the field at the place.',
  },
  'score-disagrees': {
    severity: 'error',
    means: 'A stored score does not match its tokens.',
    todo: 'Score it again.',
  },
  'score-out-of-range': {
    severity: 'error',
    means:
      'A stored score is one that no data can have: a correlation beyond −1 or 1, another above 1.',
    todo: 'Score it again.',
  },
  'duplicate-key': {
    severity: 'warning',
    means: 'An object repeats a key. As in Python, the last value is used.',
    todo: 'Write each key once.',
  },
  'trailing-zeros': {
    severity: 'warning',
    means: 'Zero bytes follow the JSON; they are ignored.',
    todo: 'Write the file again: a crash or a full disk may have left them.',
  },
  'missing-field': {
    severity: 'warning',
    means: 'A field that the format requires is not there; it is shown as missing.',
    todo: 'Write the file again with it.',
  },
  'wrong-type': {
    severity: 'warning',
    means: 'A field, or items of a list, are not of their type; they are shown as missing.',
    todo: 'Write them as what is expected.',
  },
  'wrong-class': {
    severity: 'warning',
    means: 'A `dataclass_name` is not that of what stands there; it is read as if it were.',
    todo: 'Correct the name.',
  },
  'wrong-scale': {
    severity: 'warning',
    means:
      'An activation scale is unknown, or the values contradict it: a simulation on 0–10 is marked as in the neuron’s units.',
    todo: 'Correct `activation_scale`.',
  },
  'id-differs': {
    severity: 'warning',
    means: 'The neuron’s id in the file is not that of its path; it is listed by its path.',
    todo: 'Move the file, or correct `neuron_id`.',
  },
  'id-missing': {
    severity: 'warning',
    means: 'The neuron’s id in the file is `NaN`; it is listed by its path.',
    todo: 'Correct `neuron_id`.',
  },
  'lengths-differ': {
    severity: 'warning',
    means:
      'Lists that belong to the same tokens are not of one length; they are matched from the first on.',
    todo: 'Write the sequence again.',
  },
  'value-missing': {
    severity: 'warning',
    means:
      'Activations are `null`, `NaN` or infinite; these tokens are hatched, and scores over them have no value.',
    todo: 'See why the run made no number.',
  },
  'probability-out-of-range': {
    severity: 'warning',
    means: 'Probabilities are not between 0 and 1.',
    todo: 'See what wrote them: logarithms or percentages?',
  },
  'no-explanations': {
    severity: 'warning',
    means: 'The file has no explanation.',
    todo: 'Explain the neuron, or leave its file out.',
  },
  'empty-explanation': {
    severity: 'warning',
    means: 'An explanation has no words.',
    todo: 'Explain the neuron again.',
  },
  'no-sequences': {
    severity: 'warning',
    means: 'An explanation has no sequence to judge it by.',
    todo: 'Simulate it.',
  },
  'score-missing': {
    severity: 'warning',
    means:
      'The score used for ranking is missing, or a score is undefined although its tokens give one.',
    todo: 'Score it.',
  },
  'score-placeholder': {
    severity: 'warning',
    means:
      'A stored 0 may mean that no score was computed: the tokens give another score, or none.',
    todo: 'Write `null`, or score it.',
  },
  'score-unexplained': {
    severity: 'warning',
    means:
      'An explanation’s score does not match its tokens, and no cause was found. It may cover more sequences than are stored.',
    todo: 'Find out which data was scored. Ignore this if the file stores fewer sequences than were scored.',
  },
  'score-other-scale': {
    severity: 'warning',
    means:
      'A stored score does not match its tokens. It is that of the uncalibrated simulation, or of values on another scale.',
    todo: 'Score the simulation that is stored.',
  },
  'tokens-skipped': {
    severity: 'info',
    means: 'The simulator made no prediction for some tokens; the values stored for them are none.',
    todo: 'Nothing; they are shown as not predicted.',
  },
  'unknown-field': {
    severity: 'info',
    means: 'The format has no such field; it is not shown.',
    todo: 'Nothing; the reference refuses such files.',
  },
  'spread-lines': {
    severity: 'info',
    means: 'The JSON is spread over several lines.',
    todo: 'Nothing; the reference reads files of one line only.',
  },
} as const satisfies Record<string, Kind>;

export type ProblemCode = keyof typeof problemKinds;

export const problemCodes = Object.keys(problemKinds) as readonly ProblemCode[];
