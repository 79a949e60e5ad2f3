import type { OverviewDocument } from '../../contract/protocol.ts';
import { progressText } from '../text.ts';

export function Header({ overview }: { overview: OverviewDocument }) {
  const progress = progressText(overview.progress);
  return (
    <header class="header">
      <h1>{overview.title}</h1>
      <span class="path">{overview.path}</span>
      {progress !== null && <span class="reading">{progress}</span>}
    </header>
  );
}
