/**
 * Localizes `index.html`. The attribute `data-i18n` contains keys, separated by spaces: `key` for the text of the
 * element, `attribute=key` for an attribute. The English strings are in the file.
 */
import type { PageStrings, Strings } from './strings.ts';

/** A text or an attribute in the page. */
interface Place {
  element: Element;
  /** Defaults to the text. */
  attribute: string | undefined;
  key: keyof PageStrings;
}

/** Returns the English strings of the page. */
export function readPageStrings(): PageStrings {
  const english = findPlaces(document).map((place) => [place.key, readText(place)]);
  return Object.fromEntries(english) as Record<keyof PageStrings, string>;
}

/** Writes the strings into the page, or into a part of it. */
export function localize(root: ParentNode, strings: Strings): void {
  for (const { element, attribute, key } of findPlaces(root)) {
    if (attribute) element.setAttribute(attribute, strings[key]);
    else element.textContent = strings[key];
  }
}

/** Returns all places, including places in templates. */
function findPlaces(root: ParentNode): Place[] {
  const templates = [...root.querySelectorAll('template')];
  return [
    ...[...root.querySelectorAll('[data-i18n]')].flatMap(readPlaces),
    ...templates.flatMap(({ content }) => findPlaces(content)),
  ];
}

function readPlaces(element: Element): Place[] {
  const names = element.getAttribute('data-i18n')?.split(' ') ?? [];
  return names.map((name) => {
    const [key, attribute] = name.split('=').reverse();
    return { element, attribute, key: key as keyof PageStrings };
  });
}

function readText({ element, attribute }: Place): string {
  const text = attribute ? element.getAttribute(attribute) : element.textContent;
  return (text ?? '').trim().replace(/\s+/g, ' ');
}
