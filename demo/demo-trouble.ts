/** Says in place of the feed why the demo cannot run here. */
export function showTrouble(stage: Element, error: unknown): void {
  const trouble = document.createElement('p');
  trouble.className = 'trouble';
  trouble.textContent =
    'This demo needs a service worker, which your browser does not allow here. Open the page ' +
    'over https or on localhost, outside a private window.';
  stage.replaceChildren(trouble);
  console.error(error);
}
