/** A screenshot to take. One line is one screenshot. */
export interface Shot {
  /** File name without extension. */
  name: string;
  width: number;
  view: { element?: string; state?: string; theme?: string; colours?: string; language?: string };
}

const DESKTOP = 1280;
const PHONE = 360;
const NARROWEST = 320;
const COLOURS = ['light', 'dark'];

export const SHOTS: readonly Shot[] = [
  ...COLOURS.map((colours) => ({ name: `all-${colours}`, width: DESKTOP, view: { colours } })),
  ...['de', 'zh-Hans', 'ar', 'pseudo'].map((language) => ({
    name: `all-${language}`,
    width: DESKTOP,
    view: { language, colours: 'light' },
  })),
  ...['plain', 'rounded', 'contrast', 'compact'].flatMap((theme) =>
    COLOURS.map((colours) => ({
      name: `theme-${theme}-${colours}`,
      width: DESKTOP,
      view: { theme, colours, state: 'chosen' },
    })),
  ),
  ...['en', 'ar', 'de', 'pseudo'].map((language) => ({
    name: `phone-${language}`,
    width: language === 'pseudo' ? NARROWEST : PHONE,
    view: { language, colours: 'light', state: 'chosen' },
  })),
];
