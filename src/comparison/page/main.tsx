import './style.css';
import { render } from 'preact';
import { ThemeSheet } from '../../tokens/colour/theme.ts';
import { Announcer } from '../../ui/announcer.ts';
import { keepState } from '../../ui/keepState.ts';
import { Rpc } from '../../ui/rpc.ts';
import '../../ui/vscode.ts';
import type { PageMessage, Requests } from '../contract/contract.ts';
import type { HostMessage, PageState } from '../contract/protocol.ts';
import { Model } from './model.ts';
import { App } from './parts/app.tsx';
import { ScrollKeeper } from './scrollKeeper.ts';
import { parseState } from './state.ts';

const api = acquireVsCodeApi<PageMessage, PageState>();
const rpc = new Rpc<Requests>((message) => api.postMessage(message));
const scroll = new ScrollKeeper(keepState(api, parseState));
const model = new Model(rpc, (compared) => scroll.keep(compared));
const announcer = new Announcer();
const sheet = new ThemeSheet();

window.addEventListener('message', (event) => {
  const message = event.data as HostMessage;
  if (message.type === 'show') model.show(message.comparison);
  else if (message.type === 'failed') model.fail(message.reason);
  else if (message.type === 'palette') sheet.setPalette(message.palette);
  else rpc.settle(message);
});

const root = document.getElementById('root');
if (root) render(<App model={model} announcer={announcer} scroll={scroll} />, root);
api.postMessage({ type: 'ready' });
