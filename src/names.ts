/** Every name that `package.json` and the code share; a test holds the two against each other. */

export const commands = {
  addDirectory: 'neuronExplanations.addDirectory',
  removeDirectory: 'neuronExplanations.removeDirectory',
  refresh: 'neuronExplanations.refresh',
  openSample: 'neuronExplanations.openSample',
  openNeuron: 'neuronExplanations.openNeuron',
  openSelectedNeuron: 'neuronExplanations.openSelectedNeuron',
  keepOpen: 'neuronExplanations.keepOpen',
  openJson: 'neuronExplanations.openJson',
  revealInSidebar: 'neuronExplanations.revealInSidebar',
  revealInExplorer: 'neuronExplanations.revealInExplorer',
  copyPath: 'neuronExplanations.copyPath',
  copyNeuronId: 'neuronExplanations.copyNeuronId',
  search: 'neuronExplanations.search',
  goToNeuron: 'neuronExplanations.goToNeuron',
  openRandomNeuron: 'neuronExplanations.openRandomNeuron',
  openOverview: 'neuronExplanations.openOverview',
  nextNeuron: 'neuronExplanations.nextNeuron',
  previousNeuron: 'neuronExplanations.previousNeuron',
} as const;

export const views = {
  container: 'neuronExplanations',
  neurons: 'neuronExplanations.neurons',
} as const;

/** The view types of the neuron panel, of the custom editor, and of the overview. */
export const viewTypes = {
  panel: 'neuronExplanations.panel',
  editor: 'neuronExplanations.editor',
  overview: 'neuronExplanations.overview',
} as const;

export const settings = {
  section: 'neuronExplanations',
  directories: 'directories',
} as const;

export const contextKeys = {
  /** Whether any explanation directory is known: menus and commands that need one. */
  hasDirectories: 'neuronExplanations.hasDirectories',
  /** Whether the first look for directories is over: the welcome view waits for it. */
  ready: 'neuronExplanations.ready',
} as const;
