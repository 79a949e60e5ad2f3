import { Explanation } from './explanation';
import { Field } from './fields';
import { skipList } from './lists';
import { index, skipIndex } from './numbers';
import { DataClass, skipObject } from './objects';
import { Value } from './values';

/** The ID of the last neuron. */
export let layerIndex: u32 = 0;
export let neuronIndex: u32 = 0;

@unmanaged
export class NeuronSimulationResults extends DataClass {
  name(): Value {
    return Value.NeuronSimulationResults;
  }

  required(): u32 {
    return Field.NeuronId | Field.ScoredExplanations;
  }

  skipField(field: Field, at: usize): usize {
    switch (field) {
      case Field.NeuronId:
        return skipObject<NeuronId>(at);
      case Field.ScoredExplanations:
        return skipList<Explanation>(at);
      default:
        return 0;
    }
  }
}

@unmanaged
class NeuronId extends DataClass {
  name(): Value {
    return Value.NeuronId;
  }

  required(): u32 {
    return Field.LayerIndex | Field.NeuronIndex;
  }

  skipField(field: Field, at: usize): usize {
    switch (field) {
      case Field.LayerIndex:
        at = skipIndex(at);
        layerIndex = index;
        return at;
      case Field.NeuronIndex:
        at = skipIndex(at);
        neuronIndex = index;
        return at;
      default:
        return 0;
    }
  }
}
