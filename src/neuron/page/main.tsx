import '../../ui/l10n.ts';
import './style.css';
import '../../ui/savedState.ts';
import { render } from 'preact';
import type { PageMessage, Requests } from '../contract/contract.ts';
import type { HostMessage, PageState } from '../contract/protocol.ts';
import { afterPaint } from '../../ui/afterPaint.ts';
import { Announcer } from '../../ui/announcer.ts';
import { loadState } from '../../ui/savedState.ts';
import { Rpc } from '../../ui/rpc.ts';
import type { DefaultChoices } from '../../tokens/contract.ts';
import { ThemeSheet } from '../../tokens/colour/theme.ts';
import { showWhitespace } from '../../tokens/elements/whitespace.ts';
import { SavedScroll } from '../../tokens/savedScroll.ts';
import { AnalysisPanel } from './analysis/analysisPanel.ts';
import { AnalysisPanelContext } from './analysis/useAnalysisPanel.ts';
import { Model } from './model.ts';
import { App } from './parts/app.tsx';
import { parseState } from './state.ts';
import { copyFocused, share } from './share/share.ts';
import { parseEmbedded } from '../../panels/pageText.ts';

const api = acquireVsCodeApi<PageMessage, PageState>();
const first = embedded();
const saved = loadState(api, (state) => parseState(state, defaultsIn(first)));
const rpc = new Rpc<Requests>((message) => api.postMessage(message));
const model = new Model(rpc, saved, afterPaint);
const scroll = new SavedScroll(saved, '#sequences .sequence', () => model.loadMore());
const announcer = new Announcer();
const sheet = new ThemeSheet();
const panel = new AnalysisPanel(model, rpc, saved, announcer);

let version: number | null = null;

function receive(message: HostMessage): void {
  switch (message.type) {
    case 'show':
      version = message.version;
      model.show(message);
      scroll.restart();
      document.title = message.content.title;
      break;
    case 'pinned':
      model.setPinned(message.pinned);
      break;
    case 'palette':
      sheet.setPalette(message.palette);
      break;
    case 'choices':
      model.setChoices(message.choices);
      break;
    case 'whitespace':
      showWhitespace(message.whitespace);
      model.setWhitespace(message.whitespace);
      break;
    case 'miss':
      void panel.stepMiss(message.step);
      break;
    case 'find':
      model.openFind?.();
      break;
    case 'note':
      model.setNote(message);
      break;
    case 'relatedDataChanged':
      model.reloadRelatedData(message);
      break;
    case 'copySequence':
    case 'exportFigure':
      void share(message, model, announcer, sheet.hues);
      break;
    case 'reply':
      rpc.settle(message);
      break;
  }
}

window.addEventListener('message', (event) => receive(event.data as HostMessage));
document.addEventListener('copy', (event) => copyFocused(event, model, sheet.hues));

for (const message of beginning(first, saved.state.uri)) receive(message);
const root = document.getElementById('root');
if (root) {
  const app = <App model={model} scroll={scroll} announcer={announcer} />;
  render(<AnalysisPanelContext.Provider value={panel}>{app}</AnalysisPanelContext.Provider>, root);
}
const { uri, explanation, order } = saved.state;
api.postMessage({ type: 'ready', version, uri: uri || null, explanation, order });

/** The host's embedded messages. */
function embedded(): readonly HostMessage[] {
  const text = document.getElementById('first')?.textContent;
  return text ? (parseEmbedded(text) as readonly HostMessage[]) : [];
}

function defaultsIn(messages: readonly HostMessage[]): DefaultChoices | undefined {
  return messages.find((message) => message.type === 'choices')?.choices;
}

/** What the page shows first. Nothing if a restored page has since shown another neuron, `uri`. */
function beginning(messages: readonly HostMessage[], uri: string): readonly HostMessage[] {
  const stale = messages.some((it) => it.type === 'show' && uri !== '' && it.content.uri !== uri);
  return stale ? [] : messages.filter(({ type }) => type !== 'choices');
}
