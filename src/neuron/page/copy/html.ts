import { displayExplanation } from '../../../text/display.ts';
import { type FigureContent, type FigureSequence, type Mark, paper } from '../figure/content.ts';
import { visible } from '../figure/layout.ts';
import { element, escapeXml } from '../figure/svg.ts';
import { sequenceCaption } from './caption.ts';

/** For word processors and mail: styles are inline, and all content is escaped. */
export function sequencesHtml(content: FigureContent): string {
  const caption = `${content.title}: ${displayExplanation(content.explanation)}`;
  return content.sequences
    .map((sequence) => sequenceHtml(sequence) + captionHtml(caption, sequence))
    .join('\n');
}

function sequenceHtml({ tokens }: FigureSequence): string {
  const style =
    `margin:0;font-family:monospace;white-space:pre-wrap;line-height:1.7;` +
    `background-color:${paper.background};color:${paper.foreground}`;
  const spans = tokens.map(({ text, box, bar }) => {
    const styles = [...boxStyle(box), ...barStyle(bar)];
    // The mark of a line break comes before the break.
    const shown = escapeXml(visible(text)) + (text.endsWith('\n') ? '<br>' : '');
    return styles.length === 0 ? shown : element('span', { style: styles.join(';') }, shown);
  });
  return element('p', { style }, spans.join(''));
}

function captionHtml(caption: string, { index, scores }: FigureSequence): string {
  const text = `${caption} · ${sequenceCaption(index, scores)}`;
  return element(
    'p',
    { style: 'margin:0 0 1em;font-family:sans-serif;font-size:smaller' },
    escapeXml(text),
  );
}

function boxStyle(mark: Mark): string[] {
  if (mark === null || mark === 'none') return [];
  if (mark === 'missing') return ['text-decoration:line-through'];
  return [`background-color:${mark.colour}`, `color:${mark.ink}`];
}

function barStyle(mark: Mark): string[] {
  if (mark === null || mark === 'missing') return [];
  return [
    mark === 'none' ? 'border-bottom:2px dotted #595959' : `border-bottom:3px solid ${mark.colour}`,
  ];
}
