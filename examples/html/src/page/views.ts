/** Shows the view of the shop that the URL's fragment names, or else the first view. */
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
    // Starts at the top. The browser has scrolled to the section, below the header of the shop.
    document.querySelector('.views')?.scrollTo(0, 0);
    scrollTo(0, 0);
    document.querySelector<HTMLElement>('.view:not([hidden]) h1')?.focus({ preventScroll: true });
  });
  show();
}
