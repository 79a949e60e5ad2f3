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
  keepResult: 'neuronExplanations.keepResult',
  clearResults: 'neuronExplanations.clearResults',
  nextResult: 'neuronExplanations.nextResult',
  previousResult: 'neuronExplanations.previousResult',
  goToNeuron: 'neuronExplanations.goToNeuron',
  openRandomNeuron: 'neuronExplanations.openRandomNeuron',
  openOverview: 'neuronExplanations.openOverview',
  nextNeuron: 'neuronExplanations.nextNeuron',
  previousNeuron: 'neuronExplanations.previousNeuron',
  nextMiss: 'neuronExplanations.nextMiss',
  previousMiss: 'neuronExplanations.previousMiss',
  pauseReading: 'neuronExplanations.pauseReading',
  resumeReading: 'neuronExplanations.resumeReading',
  exportCatalog: 'neuronExplanations.exportCatalog',
  checkDirectory: 'neuronExplanations.checkDirectory',
  showLog: 'neuronExplanations.showLog',
  reportIssue: 'neuronExplanations.reportIssue',
  sortByIndex: 'neuronExplanations.sortByIndex',
  sortByScore: 'neuronExplanations.sortByScore',
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
} as const;

export const views = {
  container: 'neuronExplanations',
  neurons: 'neuronExplanations.neurons',
} as const;

/** The view types of the neuron panel, of the custom editor, of the overview, and of the comparison. */
export const viewTypes = {
  panel: 'neuronExplanations.panel',
  editor: 'neuronExplanations.editor',
  overview: 'neuronExplanations.overview',
  comparison: 'neuronExplanations.comparison',
} as const;

export const settings = {
  section: 'neuronExplanations',
  directories: 'directories',
  palette: 'palette',
  csvEscapeFormulas: 'csv.escapeFormulas',
  csvByteOrderMark: 'csv.byteOrderMark',
} as const;

export const contextKeys = {
  /** Whether any explanation directory is known: menus and commands that need one. */
  hasDirectories: 'neuronExplanations.hasDirectories',
  /** Whether the first look for directories is over: the welcome view waits for it. */
  ready: 'neuronExplanations.ready',
  /** Whether catalogs are being read, and whether someone has stopped that. */
  reading: 'neuronExplanations.reading',
  paused: 'neuronExplanations.paused',
  /** Whether the quick pick of the search is open: its keys. */
  searching: 'neuronExplanations.searching',
  /** Whether results of a search are pinned, to go through. */
  hasResults: 'neuronExplanations.hasResults',
  /** Whether the tree is filtered, and sorted by score: which of its buttons there are. */
  filtered: 'neuronExplanations.filtered',
  sortedByScore: 'neuronExplanations.sortedByScore',
  /** Whether the neuron in front has a star: which of two buttons there is. */
  starred: 'neuronExplanations.starred',
  /** Whether a neuron waits to be compared with another. */
  hasCompareSelection: 'neuronExplanations.hasCompareSelection',
} as const;
