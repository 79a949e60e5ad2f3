import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CardContent, CardHost } from '../card-host.ts';
import type { Reading } from '../text/describe.ts';
import { anchorOf, placeCard } from '../tokens/place.ts';

/**
 * The numbers of the token that is pointed at or focused. Hidden from screen readers: they hear the same from the
 * announcer, on focus.
 */
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
    const update = () => place(element, content.anchor);
    update();
    window.addEventListener('scroll', update, { passive: true });
    window.addEventListener('resize', update);
    return () => {
      window.removeEventListener('scroll', update);
      window.removeEventListener('resize', update);
    };
  }, [content]);
  if (!content) return null;
  const { spelling, remark, position, readings } = content.description;
  return (
    <div class="card" ref={card} aria-hidden="true">
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
      </div>
      <table class="card-readings">
        <tbody>
          {readings.map((reading) => (
            <ReadingRow key={reading.quantity} reading={reading} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ReadingRow({ reading: { label, value, paint, quantity } }: { reading: Reading }) {
  const step = typeof paint === 'number' ? paint : `-${paint}`;
  const prefix = quantity === 'actual' ? 'a' : 's';
  return (
    <tr>
      <th scope="row">
        <span class={`sample sample-${quantity} ${prefix}${step}`} />
        {label}
      </th>
      <td class="number">{value}</td>
    </tr>
  );
}

function place(card: HTMLElement, token: HTMLElement): void {
  const view = { width: document.documentElement.clientWidth, height: window.innerHeight };
  const anchor = anchorOf([...token.getClientRects()], view);
  if (!anchor) return;
  const { left, top } = placeCard(anchor, card.getBoundingClientRect(), view);
  card.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}
