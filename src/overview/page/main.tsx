import '../../ui/l10n.ts';
import './style.css';
import '../../ui/savedState.ts';
import { render } from 'preact';
import { Announcer } from '../../ui/announcer.ts';
import { loadState } from '../../ui/savedState.ts';
import { Rpc } from '../../ui/rpc.ts';
import type { HostMessage, PageMessage, PageState, Requests } from '../contract/contract.ts';
import { Model } from './model.ts';
import { App } from './parts/app.tsx';
import { parseState } from './state.ts';

const api = acquireVsCodeApi<PageMessage, PageState>();
const saved = loadState(api, parseState);
// Long: a save dialog waits for the reader.
const rpc = new Rpc<Requests>((message) => api.postMessage(message), 3_600_000);
const model = new Model(rpc, saved);
const announcer = new Announcer();

function receive(message: HostMessage): void {
  switch (message.type) {
    case 'show':
      model.show(message.overview);
      document.title = message.overview.title;
      break;
    case 'failed':
      model.fail(message.failure);
      document.title = message.failure.title;
      break;
    case 'directories':
      model.showDirectories(message.directories);
      break;
    case 'reply':
      rpc.settle(message);
      break;
  }
}

window.addEventListener('message', (event) => receive(event.data as HostMessage));

const root = document.getElementById('root');
if (root) render(<App model={model} announcer={announcer} />, root);
api.postMessage({ type: 'ready' });
// Ages are shown in minutes.
setInterval(() => model.timePassed(), 60_000);
