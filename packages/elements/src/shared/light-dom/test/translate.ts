/** Simulates how browsers translate a page. */

type Translate = (root: Element) => void;

/** Returns a text in no language, which differs from the page's own. */
export const toForeign = (strings: string): string => strings.replace(/\S+/g, (word) => `${word}ski`);

function textsIn(root: Element): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts.filter(({ data, parentElement }) => data.trim() && !parentElement?.closest('script, font'));
}

/** Chrome replaces the text with two `<font>` around the translation. */
export const asChrome: Translate = (root) => {
  document.documentElement.lang = 'xx';
  document.documentElement.classList.add('translated-ltr');
  for (const text of textsIn(root)) {
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    inner.append(toForeign(text.data));
    outer.append(inner);
    text.replaceWith(outer);
  }
};

/** An older Chrome moves the text node into `<font>` and changes its text. */
export const byMove: Translate = (root) => {
  for (const text of textsIn(root)) {
    const font = document.createElement('font');
    text.replaceWith(font);
    font.append(text);
    text.data = toForeign(text.data);
  }
};

/** Edge translates in place, and adds a hash of the original text. */
export const asEdge: Translate = (root) => {
  for (const text of textsIn(root)) {
    text.parentElement?.setAttribute('_msttexthash', String(text.data.length * 13 + text.data.charCodeAt(0)));
    text.data = toForeign(text.data);
  }
};

/** In place, with nothing but another language of the page. */
export const byLanguage: Translate = (root) => {
  document.documentElement.lang = 'xx';
  for (const text of textsIn(root)) text.data = toForeign(text.data);
};

export const TRANSLATIONS: readonly [name: string, translate: Translate][] = [
  ['Chrome', asChrome],
  ['a moved text node', byMove],
  ['Edge', asEdge],
  ['another language of the page', byLanguage],
];

export function stopTranslating(): void {
  document.documentElement.lang = 'en';
  document.documentElement.removeAttribute('class');
}
