/** The moments of the shop: the fragment of the address names the one that is shown. */

/** Shows the view that the address names, else the first. */
export function startViews(): void {
  const views = [...document.querySelectorAll<HTMLElement>('.view')];
  const links = [...document.querySelectorAll('nav a')];
  const show = (): void => {
    const chosen = views.find(({ id }) => `#${id}` === location.hash) ?? views[0];
    for (const view of views) view.hidden = view !== chosen;
    for (const link of links) {
      if (link.getAttribute('href') === `#${chosen?.id}`) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
  };
  addEventListener('hashchange', () => {
    show();
    // A view begins at its top; the browser has gone to the section itself, below the shop's header.
    document.querySelector('.views')?.scrollTo(0, 0);
    scrollTo(0, 0);
    document.querySelector<HTMLElement>('.view:not([hidden]) h1')?.focus({ preventScroll: true });
  });
  show();
}
