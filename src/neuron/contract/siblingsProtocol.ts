/** What the page and its host say to each other of the data that lies beside a neuron's explanations. */
import type { SiblingKind } from '../../format/siblingFile.ts';
import type { QuantileRange } from '../../format/siblings.ts';
import type { Extent } from '../../analysis/extent.ts';
import type { ProblemMessage } from './protocol.ts';

/** Which data there is, and where the rest was looked for. */
export interface SiblingsFound {
  readonly found: readonly SiblingKind[];
  /** Paths below the folder of the explanations, for people. */
  readonly missing: readonly string[];
}

/** A file that the page has looked at has changed; what it shows of it is not true any more. */
export interface SiblingChanged {
  readonly type: 'siblingChanged';
  readonly uri: string;
  readonly kind: SiblingKind;
}

export type SiblingData = RecordsData | TokenAveragesData | TokenWeightsData | ConnectionsData;

interface SiblingFile {
  /** The file's path, short, for people. */
  readonly path: string;
  readonly problems: readonly ProblemMessage[];
}

/** The neuron's own activations. */
export interface RecordsData extends SiblingFile {
  readonly kind: 'records';
  readonly moments: Moments;
  /** Smallest and largest activation of all records; null where there is none. */
  readonly extent: Extent | null;
  /** Those that have any. */
  readonly groups: readonly RecordGroup[];
}

export interface Moments {
  readonly mean: number | null;
  readonly variance: number | null;
  readonly skewness: number | null;
  readonly kurtosis: number | null;
}

export interface RecordGroup {
  readonly sample: 'top' | 'random' | 'quantile';
  /** Of a quantile's sample, which one it is, and of which activations. */
  readonly quantile: (QuantileRange & { readonly index: number; readonly of: number }) | null;
  readonly records: readonly ActivationText[];
}

/** A text with the neuron's activation on each token; NaN where it is missing. */
export interface ActivationText {
  readonly tokens: readonly string[];
  readonly actual: Float64Array;
}

export interface TokenAveragesData extends SiblingFile {
  readonly kind: 'tokensByActivation';
  readonly tokens: readonly TokenValue[];
}

export interface TokenWeightsData extends SiblingFile {
  readonly kind: 'tokensByWeight';
  readonly input: SignedTokens;
  readonly output: SignedTokens;
}

export interface SignedTokens {
  readonly positive: readonly TokenValue[];
  readonly negative: readonly TokenValue[];
}

/** A value of null is missing. */
export interface TokenValue {
  readonly token: string;
  readonly value: number | null;
}

export interface ConnectionsData extends SiblingFile {
  readonly kind: 'connections';
  /** Null where the file says that there is no such side. */
  readonly upstream: SignedNeurons | null;
  readonly downstream: SignedNeurons | null;
}

export interface SignedNeurons {
  readonly positive: readonly ConnectedNeuron[];
  readonly negative: readonly ConnectedNeuron[];
}

export interface ConnectedNeuron {
  /** `5:131`, or what the file has in a name's stead. */
  readonly title: string;
  readonly weight: number | null;
  /** Where it can be opened: it is in the same directory. */
  readonly place: { readonly layer: number; readonly neuron: number } | null;
  /** Its best explanation, where that is known already. */
  readonly explanation: string | null;
}
