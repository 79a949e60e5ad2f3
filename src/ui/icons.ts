import arrowDown from '@vscode/codicons/src/icons/arrow-down.svg';
import arrowSmallDown from '@vscode/codicons/src/icons/arrow-small-down.svg';
import arrowSmallUp from '@vscode/codicons/src/icons/arrow-small-up.svg';
import arrowSwap from '@vscode/codicons/src/icons/arrow-swap.svg';
import arrowUp from '@vscode/codicons/src/icons/arrow-up.svg';
import caseSensitive from '@vscode/codicons/src/icons/case-sensitive.svg';
import check from '@vscode/codicons/src/icons/check.svg';
import chevronDown from '@vscode/codicons/src/icons/chevron-down.svg';
import chevronLeft from '@vscode/codicons/src/icons/chevron-left.svg';
import chevronRight from '@vscode/codicons/src/icons/chevron-right.svg';
import close from '@vscode/codicons/src/icons/close.svg';
import copy from '@vscode/codicons/src/icons/copy.svg';
import edit from '@vscode/codicons/src/icons/edit.svg';
import error from '@vscode/codicons/src/icons/error.svg';
import goToFile from '@vscode/codicons/src/icons/go-to-file.svg';
import info from '@vscode/codicons/src/icons/info.svg';
import layoutSidebarRight from '@vscode/codicons/src/icons/layout-sidebar-right.svg';
import layoutSidebarRightOff from '@vscode/codicons/src/icons/layout-sidebar-right-off.svg';
import loading from '@vscode/codicons/src/icons/loading.svg';
import lock from '@vscode/codicons/src/icons/lock.svg';
import pin from '@vscode/codicons/src/icons/pin.svg';
import regex from '@vscode/codicons/src/icons/regex.svg';
import save from '@vscode/codicons/src/icons/save.svg';
import search from '@vscode/codicons/src/icons/search.svg';
import splitHorizontal from '@vscode/codicons/src/icons/split-horizontal.svg';
import starEmpty from '@vscode/codicons/src/icons/star-empty.svg';
import starFull from '@vscode/codicons/src/icons/star-full.svg';
import triangleDown from '@vscode/codicons/src/icons/triangle-down.svg';
import triangleUp from '@vscode/codicons/src/icons/triangle-up.svg';
import warning from '@vscode/codicons/src/icons/warning.svg';

/** SVG, not the icon font: the font takes longer to load than a neuron's tokens to draw. */
const sources = {
  'arrow-down': arrowDown,
  'arrow-small-down': arrowSmallDown,
  'arrow-small-up': arrowSmallUp,
  'arrow-swap': arrowSwap,
  'arrow-up': arrowUp,
  'case-sensitive': caseSensitive,
  check,
  'chevron-down': chevronDown,
  'chevron-left': chevronLeft,
  'chevron-right': chevronRight,
  close,
  copy,
  edit,
  error,
  'go-to-file': goToFile,
  info,
  'layout-sidebar-right': layoutSidebarRight,
  'layout-sidebar-right-off': layoutSidebarRightOff,
  loading,
  lock,
  pin,
  regex,
  save,
  search,
  'split-horizontal': splitHorizontal,
  'star-empty': starEmpty,
  'star-full': starFull,
  'triangle-down': triangleDown,
  'triangle-up': triangleUp,
  warning,
};

export type IconName = keyof typeof sources;

/** Attributes of an SVG path. */
export interface IconPath {
  readonly d: string;
  readonly 'fill-rule': 'evenodd' | 'nonzero';
}

/** Paths in a view box of 16 × 16. */
export function iconPaths(name: IconName): readonly IconPath[] {
  return all[name];
}

const all = Object.fromEntries(
  Object.entries(sources).map(([name, source]) => [name, pathsOf(source)]),
) as Readonly<Record<IconName, readonly IconPath[]>>;

function pathsOf(source: string): readonly IconPath[] {
  return [...source.matchAll(/<path[^>]*>/g)].map(([path]) => ({
    d: /\sd="([^"]*)"/.exec(path)?.[1] ?? '',
    'fill-rule': path.includes('fill-rule="evenodd"') ? 'evenodd' : 'nonzero',
  }));
}
