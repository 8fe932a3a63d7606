/**
 * Puts the words of a language into `index.html`. `data-say` names them: a key for the text, `attribute=key` for an
 * attribute, with spaces between. The English words are those that the file came with.
 */
import type { StaticWords, Words } from './words/words.ts';

interface Place {
  element: Element;
  /** Absent: the text. */
  attribute: string | undefined;
  key: keyof StaticWords;
}

/** The English words in the page. */
export function readWords(): StaticWords {
  const english = placesIn(document).map((place) => [place.key, wordsAt(place)]);
  return Object.fromEntries(english) as Record<keyof StaticWords, string>;
}

export function say(root: ParentNode, words: Words): void {
  for (const { element, attribute, key } of placesIn(root)) {
    if (attribute) element.setAttribute(attribute, words[key]);
    else element.textContent = words[key];
  }
}

/** Also what waits in a template. */
function placesIn(root: ParentNode): Place[] {
  const templates = [...root.querySelectorAll('template')];
  return [
    ...[...root.querySelectorAll('[data-say]')].flatMap(placesOf),
    ...templates.flatMap(({ content }) => placesIn(content)),
  ];
}

function placesOf(element: Element): Place[] {
  const names = element.getAttribute('data-say')?.split(' ') ?? [];
  return names.map((name) => {
    const [key, attribute] = name.split('=').reverse();
    return { element, attribute, key: key as keyof StaticWords };
  });
}

function wordsAt({ element, attribute }: Place): string {
  const words = attribute ? element.getAttribute(attribute) : element.textContent;
  return (words ?? '').trim().replace(/\s+/g, ' ');
}
