import './style.css';
import { render } from 'preact';
import type { HostMessage, PageMessage, PageRequest, PageState } from '../protocol.ts';
import { afterPaint } from '../../webview/view/after-paint.ts';
import { Announcer } from '../../webview/view/announcer.ts';
import { Rpc } from '../../webview/view/rpc.ts';
import '../../webview/view/vscode.ts';
import { ThemeSheet } from './colour/theme.ts';
import { Judge } from './analysis/judge.ts';
import { JudgeContext } from './analysis/use-judge.ts';
import { Model } from './model.ts';
import { beginning } from './beginning.ts';
import { App } from './parts/app.tsx';
import { ScrollKeeper } from './scroll-keeper.ts';
import { StateKeeper } from './state-keeper.ts';
import { parseState } from './state.ts';
import { copyFocused } from './take/copy-focused.ts';
import { take } from './take/take.ts';

const api = acquireVsCodeApi<PageMessage, PageState>();
const keeper = new StateKeeper(parseState(api.getState()), (state) => api.setState(state));
const rpc = new Rpc<PageRequest>((message) =>
  api.postMessage({ ...message, uri: model.snapshot.content?.uri ?? '' }),
);
const model: Model = new Model(rpc, keeper, afterPaint);
const scroll = new ScrollKeeper(keeper, () => model.loadMore());
const announcer = new Announcer();
const sheet = new ThemeSheet();
const judge = new Judge(model, rpc, keeper, announcer);

let version: number | null = null;

function receive(message: HostMessage): void {
  switch (message.type) {
    case 'show':
      version = message.version;
      model.show(message);
      scroll.restart();
      document.title = message.content.title;
      break;
    case 'kept':
      model.setKept(message.kept);
      break;
    case 'palette':
      sheet.setPalette(message.palette);
      break;
    case 'miss':
      void judge.stepMiss(message.step);
      break;
    case 'note':
      model.setNote(message);
      break;
    case 'siblingChanged':
      model.readSiblingAgain(message);
      break;
    case 'copySequence':
    case 'exportFigure':
      void take(message, model, announcer, sheet.hues);
      break;
    case 'reply':
      rpc.settle(message);
      break;
  }
}

window.addEventListener('message', (event) => receive(event.data as HostMessage));
window.addEventListener('pagehide', () => keeper.flush());
document.addEventListener('copy', (event) => copyFocused(event, model, sheet.hues));
document.addEventListener('visibilitychange', () => keeper.flush());

for (const message of beginning(keeper.state.uri)) receive(message);
const root = document.getElementById('root');
if (root) {
  const app = <App model={model} scroll={scroll} announcer={announcer} />;
  render(<JudgeContext.Provider value={judge}>{app}</JudgeContext.Provider>, root);
}
const { uri, explanation, order } = keeper.state;
api.postMessage({ type: 'ready', version, uri: uri || null, explanation, order });
