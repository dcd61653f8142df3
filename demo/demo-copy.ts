import { find } from './find.js';

/** The button `#copy` copies what `code` shows, and says so in `#copied`. */
export function copyButton(code: HTMLElement): void {
  const copied = find<HTMLElement>('#copied');
  find('#copy').addEventListener('click', () => {
    navigator.clipboard.writeText(code.textContent).then(
      () => {
        copied.textContent = 'Copied';
      },
      () => {
        getSelection()?.selectAllChildren(code);
        copied.textContent = 'Selected: press Ctrl+C or ⌘C';
      },
    );
  });
}
