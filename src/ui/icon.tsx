import './icon.css';
import type { TrustProps } from './trust.ts';
import { type IconName, iconPaths } from './icons.ts';

/** An icon of VS Code. Screen readers skip it: the text or button around it names it. */
export function Icon({ name, class: extra = '' }: { name: IconName; class?: string }) {
  return (
    <svg class={`codicon codicon-${name} ${extra}`} viewBox="0 0 16 16" aria-hidden="true">
      {iconPaths(name).map((path) => (
        <path key={path.d} {...path} />
      ))}
    </svg>
  );
}

interface ButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
  /** From `useTrust`, for a button that writes. */
  readonly trust?: TrustProps;
}

export function IconButton({ icon, label, onClick, trust }: ButtonProps) {
  const { title } = trust ?? { title: label };
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={title}
      {...trust}
      title={title}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
