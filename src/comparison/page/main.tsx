import '../../ui/l10n.ts';
import './style.css';
import '../../ui/savedState.ts';
import { render } from 'preact';
import { ThemeSheet } from '../../tokens/colour/theme.ts';
import { showWhitespace } from '../../tokens/elements/whitespace.ts';
import { SavedScroll } from '../../tokens/savedScroll.ts';
import { Announcer } from '../../ui/announcer.ts';
import { loadState } from '../../ui/savedState.ts';
import { Rpc } from '../../ui/rpc.ts';
import type {
  Compared,
  HostMessage,
  PageMessage,
  PageState,
  Requests,
} from '../contract/contract.ts';
import { Model } from './model.ts';
import { App } from './parts/app.tsx';
import { isOf, parseState } from './state.ts';

const api = acquireVsCodeApi<PageMessage, PageState>();
const rpc = new Rpc<Requests>((message) => api.postMessage(message));
const saved = loadState(api, parseState);
const model = new Model(rpc, save, saved.state.layout);
const scroll = new SavedScroll(saved, '.rows > .row', () => model.loadMore());
const announcer = new Announcer();
const sheet = new ThemeSheet();

let isFirst = true;

function save(change: Compared | Pick<PageState, 'layout'>): void {
  if ('layout' in change) saved.set(change);
  else saveCompared(change);
}

/** Only the first comparison can be the one that an earlier page saved. */
function saveCompared(compared: Compared): void {
  const isOther = !isOf(saved.state, compared);
  if (isFirst && !isOther) scroll.restart();
  saved.set(isFirst && isOther ? { ...compared, place: null, scroll: 0 } : compared);
  isFirst = false;
}

window.addEventListener('message', (event) => {
  const message = event.data as HostMessage;
  if (message.type === 'show') model.show(message.comparison);
  else if (message.type === 'failed') model.fail(message.reason);
  else if (message.type === 'palette') sheet.setPalette(message.palette);
  else if (message.type === 'whitespace') showWhitespace(message.whitespace);
  else rpc.settle(message);
});

const root = document.getElementById('root');
if (root) render(<App model={model} announcer={announcer} scroll={scroll} />, root);
api.postMessage({ type: 'ready' });
