/** One of VS Code's own icons; the text beside it or the button around it says what it means. */
export function Icon({ name, class: extra = '' }: { name: string; class?: string }) {
  return <span class={`codicon codicon-${name} ${extra}`} aria-hidden="true" />;
}

interface ButtonProps {
  readonly icon: string;
  readonly label: string;
  readonly onClick: () => void;
}

export function IconButton({ icon, label, onClick }: ButtonProps) {
  return (
    <button type="button" class="icon-button" title={label} aria-label={label} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}
