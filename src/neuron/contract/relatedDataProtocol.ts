/** Messages about related data: the files beside a neuron's explanations. */
import type { SiblingKind } from '../../format/siblingPaths.ts';
import type { QuantileRange } from '../../format/siblings.ts';
import type { Extent } from '../../analysis/points.ts';
import type { ActivationText } from '../../tokens/contract.ts';
import type { ProblemMessage } from './protocol.ts';

/** Which data exists, and which was searched for but is missing. */
export interface RelatedDataFound {
  readonly found: readonly SiblingKind[];
  /** Relative to the folder that contains the explanation directory. */
  readonly missing: readonly string[];
}

/** A file that the page has shown changed. The page asks for it again. */
export interface RelatedDataChanged {
  readonly type: 'relatedDataChanged';
  readonly uri: string;
  readonly kind: SiblingKind;
}

export type RelatedData = RecordsData | TokenAveragesData | TokenWeightsData | ConnectionsData;

interface RelatedFile {
  /** Shortened for display. */
  readonly path: string;
  readonly problems: readonly ProblemMessage[];
}

/** The neuron's activation record. */
export interface RecordsData extends RelatedFile {
  readonly kind: 'records';
  readonly moments: Moments;
  /** Over all records. Null if there is no finite activation. */
  readonly extent: Extent | null;
  /** Only groups with records. */
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
  /** Of a quantile sample: its index, the number of quantiles, and its range of activations. */
  readonly quantile: (QuantileRange & { readonly index: number; readonly of: number }) | null;
  readonly records: readonly ActivationText[];
}

export interface TokenAveragesData extends RelatedFile {
  readonly kind: 'tokensByActivation';
  readonly tokens: readonly TokenValue[];
}

export interface TokenWeightsData extends RelatedFile {
  readonly kind: 'tokensByWeight';
  readonly input: SignedTokens;
  readonly output: SignedTokens;
}

export interface SignedTokens {
  readonly positive: readonly TokenValue[];
  readonly negative: readonly TokenValue[];
}

/** A null value is missing. */
export interface TokenValue {
  readonly token: string;
  readonly value: number | null;
}

export interface ConnectionsData extends RelatedFile {
  readonly kind: 'connections';
  /** Null if the file has no such side. */
  readonly upstream: SignedNeurons | null;
  readonly downstream: SignedNeurons | null;
}

export interface SignedNeurons {
  readonly positive: readonly ConnectedNeuron[];
  readonly negative: readonly ConnectedNeuron[];
}

export interface ConnectedNeuron {
  /** `5:131`, or the name in the file if it is not of a neuron. */
  readonly title: string;
  readonly weight: number | null;
  /** Null if the directory does not contain the neuron. */
  readonly place: { readonly layer: number; readonly neuron: number } | null;
  /** The best one. Null if not indexed. */
  readonly explanation: string | null;
}
