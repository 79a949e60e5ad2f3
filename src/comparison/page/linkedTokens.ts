/** Marks the current token in the other columns of its row, if they have the same tokens. */
export class LinkedTokens {
  #marked: readonly Element[] = [];

  show(token: HTMLElement | null): void {
    for (const each of this.#marked) each.classList.remove('t-linked');
    const row = token?.closest('[data-linked]');
    const index = token?.dataset['token'];
    const others =
      row && index !== undefined ? [...row.querySelectorAll(`[data-token="${index}"]`)] : [];
    this.#marked = others.filter((each) => each !== token);
    for (const each of this.#marked) each.classList.add('t-linked');
  }
}
