/**
 * The user's consent to store something on the device, besides an answer that waits to be sent. The page states it in
 * `<meta name="heed-consent">`, anywhere in the document, at any time. Of several tags the strictest counts.
 *
 * - No tag, or `given`: Heed may store drafts, what prompts and launchers remember, and surveys fetched as JSON.
 * - `required`: the user has not consented. Nothing is stored or read, and what an earlier visit left stays, because
 *   consent may be on its way. Any other word counts as this one.
 * - `denied`: the user has refused. Nothing is stored, and what there is goes, also that of earlier visits.
 *
 * Consent is taken back when `given` becomes anything else while the page is open: then everything goes, too.
 */
type Consent = 'given' | 'required' | 'denied';

/** Where surveys fetched as JSON are kept: the name in the cache storage. */
export const SURVEYS_CACHE = 'heed-surveys';

/** What needs consent in `localStorage`: drafts, removed launchers, and the memory of prompts. */
const KEYS = /^heed-(draft:|launcher:|prompts$)/;

const watchers = new Set<(mayKeep: boolean) => void>();
let observer: MutationObserver | undefined;
let last: Consent | undefined;
let tags: readonly HTMLMetaElement[] = [];

/** Returns whether the page has consent as of now. */
export function mayRemember(): boolean {
  return toConsent(findTags()) === 'given';
}

/**
 * Calls back when consent is given or taken back.
 *
 * @returns a function that ends it
 */
export function watchConsent(changed: (mayKeep: boolean) => void): () => void {
  if (!observer) {
    // Of the document, since pages replace its head and its root. Not ended with the last watcher: consent may be taken
    // back when the survey that has left a draft is no longer in the page.
    observer = new MutationObserver((records) => {
      if (tags.some((tag) => tag.getRootNode() !== document) || records.some(mayConcern)) check();
    });
    observer.observe(document, { attributeFilter: ['content', 'name'], childList: true, subtree: true });
  }
  // Not left to the observer, which is called after this task.
  check();
  watchers.add(changed);
  return () => void watchers.delete(changed);
}

function check(): void {
  const before = last;
  tags = findTags();
  last = toConsent(tags);
  if (last === before) return;
  const mayKeep = last === 'given';
  // Before everything goes: a prompt that was closed must not come again in this page view.
  if (before && mayKeep !== (before === 'given')) for (const changed of watchers) changed(mayKeep);
  if (before === 'given' || last === 'denied') void forgetAll();
}

/** Looks at what has changed only: some pages change all the time. */
function mayConcern({ target, addedNodes }: MutationRecord): boolean {
  return isTag(target) || [...addedNodes].some(holdsTag);
}

/** The method comes from the prototype, because a form may contain a field called `querySelector`. */
function holdsTag(node: Node): boolean {
  return (
    node instanceof Element && (isTag(node) || Element.prototype.querySelector.call(node, 'meta') !== null)
  );
}

function isTag(node: Node): boolean {
  return (node as Element).localName === 'meta';
}

function findTags(): HTMLMetaElement[] {
  return [...document.querySelectorAll<HTMLMetaElement>('meta[name="heed-consent" i]')];
}

function toConsent(found: readonly HTMLMetaElement[]): Consent {
  const strings = found.map(({ content }) => content.trim().toLowerCase());
  if (strings.includes('denied')) return 'denied';
  return strings.every((word) => word === 'given') ? 'given' : 'required';
}

/** Also what other pages of the site have left. */
async function forgetAll(): Promise<void> {
  try {
    for (const key of Object.keys(localStorage)) if (KEYS.test(key)) localStorage.removeItem(key);
    await globalThis.caches?.delete(SURVEYS_CACHE);
  } catch {
    // What cannot be reached contains nothing of ours.
  }
}
