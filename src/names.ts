/** All names shared by `package.json` and the code. A test compares the two. */

export const commands = {
  addDirectory: 'neuronExplanations.addDirectory',
  addAddress: 'neuronExplanations.addAddress',
  openPublicData: 'neuronExplanations.openPublicData',
  indexAll: 'neuronExplanations.indexAll',
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
  keepResult: 'neuronExplanations.keepResult',
  clearResults: 'neuronExplanations.clearResults',
  nextResult: 'neuronExplanations.nextResult',
  previousResult: 'neuronExplanations.previousResult',
  goToNeuron: 'neuronExplanations.goToNeuron',
  openRandomNeuron: 'neuronExplanations.openRandomNeuron',
  openOverview: 'neuronExplanations.openOverview',
  nextNeuron: 'neuronExplanations.nextNeuron',
  previousNeuron: 'neuronExplanations.previousNeuron',
  findInTokens: 'neuronExplanations.findInTokens',
  nextMiss: 'neuronExplanations.nextMiss',
  previousMiss: 'neuronExplanations.previousMiss',
  pauseReading: 'neuronExplanations.pauseReading',
  resumeReading: 'neuronExplanations.resumeReading',
  exportCatalog: 'neuronExplanations.exportCatalog',
  checkDirectory: 'neuronExplanations.checkDirectory',
  showLog: 'neuronExplanations.showLog',
  reportIssue: 'neuronExplanations.reportIssue',
  sortNeurons: 'neuronExplanations.sortNeurons',
  filterNeurons: 'neuronExplanations.filterNeurons',
  clearFilter: 'neuronExplanations.clearFilter',
  removeResult: 'neuronExplanations.removeResult',
  star: 'neuronExplanations.star',
  unstar: 'neuronExplanations.unstar',
  setVerdict: 'neuronExplanations.setVerdict',
  editNote: 'neuronExplanations.editNote',
  copySequenceText: 'neuronExplanations.copySequenceText',
  copySequenceMarkdown: 'neuronExplanations.copySequenceMarkdown',
  copySequenceHtml: 'neuronExplanations.copySequenceHtml',
  copyLink: 'neuronExplanations.copyLink',
  exportFigureSvg: 'neuronExplanations.exportFigureSvg',
  exportFigurePng: 'neuronExplanations.exportFigurePng',
  compareExplanations: 'neuronExplanations.compareExplanations',
  compareWith: 'neuronExplanations.compareWith',
  selectForCompare: 'neuronExplanations.selectForCompare',
  compareWithSelected: 'neuronExplanations.compareWithSelected',
  openInNeuronpedia: 'neuronExplanations.openInNeuronpedia',
  compareSelected: 'neuronExplanations.compareSelected',
  addStoreKey: 'neuronExplanations.addStoreKey',
  removeStoreKey: 'neuronExplanations.removeStoreKey',
  signInToAzure: 'neuronExplanations.signInToAzure',
} as const;

/** Submenus of menus. */
export const submenus = {
  copyAs: 'neuronExplanations.copyAs',
  compare: 'neuronExplanations.compare',
} as const;

export const views = {
  container: 'neuronExplanations',
  neurons: 'neuronExplanations.neurons',
} as const;

/** View types of the neuron panel, custom editor, overview and comparison. */
export const viewTypes = {
  panel: 'neuronExplanations.panel',
  editor: 'neuronExplanations.editor',
  overview: 'neuronExplanations.overview',
  comparison: 'neuronExplanations.comparison',
} as const;

/** Colours of scores in the tree, by grade. */
export const scoreColours = {
  good: 'neuronExplanations.goodScore',
  fair: 'neuronExplanations.fairScore',
  poor: 'neuronExplanations.poorScore',
} as const;

export const settings = {
  section: 'neuronExplanations',
  directories: 'directories',
  neuronpedia: 'neuronpedia',
  storesCatalogs: 'stores.catalogs',
  storesEndpoints: 'stores.endpoints',
  palette: 'palette',
  sequencesSort: 'sequences.sort',
  sequencesContext: 'sequences.context',
  searchPreview: 'search.preview',
  autoReveal: 'autoReveal',
  renderWhitespace: 'renderWhitespace',
  csvEscapeFormulas: 'csv.escapeFormulas',
  csvByteOrderMark: 'csv.byteOrderMark',
} as const;

export const contextKeys = {
  /** Whether any explanation directory is known. Enables menus and commands. */
  hasDirectories: 'neuronExplanations.hasDirectories',
  /** Whether the first search for directories is done. The welcome view waits for it. */
  ready: 'neuronExplanations.ready',
  /** Whether catalogs are being indexed, and whether indexing is paused. */
  reading: 'neuronExplanations.reading',
  paused: 'neuronExplanations.paused',
  /** Whether neurons of a store are known only in part. */
  partial: 'neuronExplanations.partial',
  /** Whether the search quick pick is open. Enables its keys. */
  searching: 'neuronExplanations.searching',
  /** Whether search results are pinned. */
  hasResults: 'neuronExplanations.hasResults',
  /** Whether the tree is filtered. Selects its buttons. */
  filtered: 'neuronExplanations.filtered',
  /** Whether the active neuron is starred. Selects one of two buttons. */
  starred: 'neuronExplanations.starred',
  /** Whether the setting says where Neuronpedia has the active neuron. */
  inNeuronpedia: 'neuronExplanations.inNeuronpedia',
  /** Whether a neuron is selected for comparison. */
  hasCompareSelection: 'neuronExplanations.hasCompareSelection',
} as const;
