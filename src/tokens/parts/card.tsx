import * as l10n from '@vscode/l10n';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { IconButton } from '../../ui/icon.tsx';
import type { CardContent, CardHost } from '../cardHost.ts';
import { Histogram } from './histogram.tsx';
import type { Reading } from '../text/describe.ts';
import { anchorOf, cardPosition } from '../elements/cardPosition.ts';

/** The card of a token. Screen readers get announcements instead, unless it is pinned. */
export function CardLayer({ host }: { host: CardHost }) {
  const [content, setContent] = useState<CardContent | null>(null);
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    host.listener = setContent;
    return () => (host.listener = null);
  }, [host]);
  useLayoutEffect(() => {
    if (!content || !card.current) return undefined;
    const element = card.current;
    const update = () => moveCard(element, content.anchor);
    update();
    // Panels that open move the token, and a card grows with its histogram.
    const sizes = new ResizeObserver(update);
    const text = content.anchor.closest('.tokens');
    for (const each of [document.body, element, text]) if (each) sizes.observe(each);
    window.addEventListener('scroll', update, { passive: true });
    window.addEventListener('resize', update);
    return () => {
      sizes.disconnect();
      window.removeEventListener('scroll', update);
      window.removeEventListener('resize', update);
    };
  }, [content]);
  if (!content) return null;
  const { description, histogram, note, pinned } = content;
  const { spelling, remark, position, readings } = description;
  return (
    <div
      class={pinned ? 'card card-pinned' : 'card'}
      ref={card}
      role="group"
      aria-label={l10n.t('Token')}
      aria-hidden={!pinned}
      onKeyDown={(event) => event.key === 'Escape' && unpin(host, content.anchor)}
    >
      <div class="card-head">
        {spelling.length > 0 && (
          <span class="card-token">
            {spelling.map(({ kind, text }, i) => (
              <span key={i} class={`spell-${kind}`}>
                {text}
              </span>
            ))}
          </span>
        )}
        {remark !== '' && <span class="dim">{remark}</span>}
        <span class="card-position dim">{position}</span>
        {pinned && (
          <span class="card-close">
            <IconButton
              icon="close"
              label={l10n.t('Close')}
              onClick={() => unpin(host, content.anchor)}
            />
          </span>
        )}
      </div>
      <table class="card-readings">
        <tbody>
          {readings.map((reading) => (
            <ReadingRow key={reading.quantity} reading={reading} />
          ))}
        </tbody>
      </table>
      {histogram && <Histogram histogram={histogram} />}
      {note !== '' && <p class="card-note dim">{note}</p>}
    </div>
  );
}

/** Returns the focus to the token, without showing its card again. */
function unpin(host: CardHost, token: HTMLElement): void {
  host.clear();
  token.focus({ preventScroll: true });
  host.clear();
}

function ReadingRow({ reading: { label, value, paint, quantity } }: { reading: Reading }) {
  const step = typeof paint === 'number' ? paint : `-${paint}`;
  const sample = quantity === 'uncalibrated' ? 'simulated' : quantity;
  return (
    <tr>
      <th scope="row">
        <span class={paint === null ? 'sample' : `sample sample-${sample} ${sample[0]}${step}`} />
        {label}
      </th>
      <td class="number">{value}</td>
    </tr>
  );
}

function moveCard(card: HTMLElement, token: HTMLElement): void {
  const view = { width: document.documentElement.clientWidth, height: window.innerHeight };
  const anchor = anchorOf([...token.getClientRects()], view);
  if (!anchor) return;
  const { left, top } = cardPosition(anchor, card.getBoundingClientRect(), view);
  card.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}
