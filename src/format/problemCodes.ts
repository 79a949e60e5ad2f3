/**
 * `error`: the file holds no neuron, or something it shows is wrong. `warning`: something is
 * missing or inconsistent. `info`: a notice.
 */
export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

/** Whether it counts as a problem, in the tree, the overview, the search and the check. */
export function isProblem({ severity }: { readonly severity: Severity }): boolean {
  return severity !== 'info';
}

interface Kind {
  readonly severity: Severity;
  /** What is wrong with a file, as shown to users. */
  readonly means: string;
  /** What to do about it. */
  readonly todo: string;
}

/**
 * Every kind of problem that a neuron file can have. Codes never change: reports and pipelines name
 * them. `docs/problems.md` lists the same.
 */
export const problemKinds = {
  unreadable: {
    severity: 'error',
    means: 'The file or layer folder could not be read.',
    todo: 'Check permissions, symlinks and disk.',
  },
  'too-large': {
    severity: 'error',
    means: 'The file is larger than 512 MiB, or too long for one string.',
    todo: 'Check the tool that wrote it. A file holds one neuron.',
  },
  empty: {
    severity: 'error',
    means: 'The file has 0 bytes, or only white space or zero bytes.',
    todo: 'Write or copy it again. An interrupted run can leave such files.',
  },
  compressed: {
    severity: 'error',
    means: 'The file is compressed with gzip.',
    todo: 'Decompress it.',
  },
  'not-utf8': {
    severity: 'error',
    means: 'The file is not UTF-8 text.',
    todo: 'Save it as UTF-8. If it is not a text file, move it out of the layer.',
  },
  'byte-order-mark': {
    severity: 'error',
    means: 'The file begins with a byte order mark, which JSON does not allow.',
    todo: 'Save it as UTF-8 without a byte order mark.',
  },
  'cut-off': {
    severity: 'error',
    means: 'The JSON is truncated.',
    todo: 'Copy or write the file again.',
  },
  'malformed-json': {
    severity: 'error',
    means: 'The file is not valid JSON, even with the extensions that Python accepts.',
    todo: 'Fix the JSON at this position, or write the file again.',
  },
  'nested-too-deep': {
    severity: 'error',
    means: 'Values are nested more than 500 levels deep. A neuron file has 10 levels.',
    todo: 'Check the tool that wrote it.',
  },
  'not-a-neuron': {
    severity: 'error',
    means: 'The JSON does not describe the explanations of a neuron.',
    todo: 'Move the file out of the layer, or check the tool that wrote it.',
  },
  'attention-head': {
    severity: 'error',
    means: 'The file explains an attention head, which is not supported.',
    todo: 'Keep attention heads in a separate directory.',
  },
  'several-lines': {
    severity: 'error',
    means: 'The file has several JSON lines. Only the first is shown.',
    todo: 'Keep one line. The reference rejects more.',
  },
  'left-out': {
    severity: 'error',
    means: 'An explanation, a sequence or a record lacks a required field and is not shown.',
    todo: 'Write the file again with the field.',
  },
  'score-disagrees': {
    severity: 'error',
    means: 'A stored score does not match its tokens.',
    todo: 'Compute the score again.',
  },
  'score-out-of-range': {
    severity: 'error',
    means: 'A stored score is impossible: a correlation outside −1 to 1, or another score above 1.',
    todo: 'Compute the score again.',
  },
  'duplicate-key': {
    severity: 'warning',
    means: 'An object repeats a key. As in Python, the last value is used.',
    todo: 'Write each key once.',
  },
  'trailing-zeros': {
    severity: 'warning',
    means: 'Zero bytes follow the JSON. They are ignored.',
    todo: 'Write the file again. A crash or a full disk may have left them.',
  },
  'missing-field': {
    severity: 'warning',
    means: 'A required field is missing. It is shown as missing.',
    todo: 'Write the file again with the field.',
  },
  'wrong-type': {
    severity: 'warning',
    means: 'A field or a list item has the wrong type. It is shown as missing.',
    todo: 'Write a value of the expected type.',
  },
  'wrong-class': {
    severity: 'warning',
    means: 'A `dataclass_name` is not the expected one. The expected class is used.',
    todo: 'Correct the name.',
  },
  'wrong-scale': {
    severity: 'warning',
    means:
      'An activation scale is unknown, or the values contradict it. For example, a simulation on 0–10 is marked as in the neuron’s units.',
    todo: 'Correct `activation_scale`.',
  },
  'id-differs': {
    severity: 'warning',
    means: 'The `neuron_id` in the file differs from the path. The path is used.',
    todo: 'Move the file, or correct `neuron_id`.',
  },
  'id-missing': {
    severity: 'warning',
    means: 'The `neuron_id` in the file is `NaN`. The path is used.',
    todo: 'Correct `neuron_id`.',
  },
  'lengths-differ': {
    severity: 'warning',
    means: 'Lists for the same tokens differ in length. They are matched from the start.',
    todo: 'Write the sequence again.',
  },
  'value-missing': {
    severity: 'warning',
    means:
      'Activations are `null`, `NaN` or infinite. Their tokens are hatched, and scores over them are undefined.',
    todo: 'Check why the run produced no number.',
  },
  'probability-out-of-range': {
    severity: 'warning',
    means: 'Probabilities are outside 0 to 1.',
    todo: 'Check the tool that wrote them. They may be logarithms or percentages.',
  },
  'no-explanations': {
    severity: 'warning',
    means: 'The file has no explanations.',
    todo: 'Explain the neuron, or remove the file.',
  },
  'empty-explanation': {
    severity: 'warning',
    means: 'An explanation has no text.',
    todo: 'Explain the neuron again.',
  },
  'no-sequences': {
    severity: 'warning',
    means: 'An explanation has no sequences to check it against.',
    todo: 'Simulate the explanation.',
  },
  'score-missing': {
    severity: 'warning',
    means:
      'The score used for ranking is missing, or a score is undefined although its tokens give one.',
    todo: 'Compute the score.',
  },
  'score-placeholder': {
    severity: 'warning',
    means: 'A stored 0 may be a placeholder: the tokens give another score, or none.',
    todo: 'Write `null`, or compute the score.',
  },
  'score-other-scale': {
    severity: 'warning',
    means:
      'A stored score does not match its tokens. It matches the uncalibrated simulation, or values on another scale.',
    todo: 'Score the stored simulation.',
  },
  'tokens-skipped': {
    severity: 'info',
    means:
      'The simulator made no prediction for some tokens. The values stored for them are not predictions.',
    todo: 'No action needed. These tokens are shown as not predicted.',
  },
  'score-unexplained': {
    severity: 'info',
    means:
      'An explanation’s score does not match its tokens, and no cause was found. It may cover more sequences than are stored.',
    todo: 'No action needed if the file stores fewer sequences than were scored.',
  },
  'unknown-field': {
    severity: 'info',
    means: 'The format has no such field. It is not shown.',
    todo: 'No action needed. The reference rejects such files.',
  },
  'spread-lines': {
    severity: 'info',
    means: 'The JSON spans several lines.',
    todo: 'No action needed. The reference reads single-line files only.',
  },
} as const satisfies Record<string, Kind>;

export type ProblemCode = keyof typeof problemKinds;

export const problemCodes = Object.keys(problemKinds) as readonly ProblemCode[];
