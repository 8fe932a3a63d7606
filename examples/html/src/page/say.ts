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

/** The places of words in the page and the English words in them. */
export function readPlaces(): { places: Place[]; english: StaticWords } {
  const places = [...document.querySelectorAll('[data-say]')].flatMap(placesOf);
  const english = Object.fromEntries(places.map((place) => [place.key, wordsAt(place)]));
  return { places, english: english as Record<keyof StaticWords, string> };
}

export function say(places: readonly Place[], words: Words): void {
  for (const { element, attribute, key } of places) {
    if (attribute) element.setAttribute(attribute, words[key]);
    else element.textContent = words[key];
  }
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
