/** The screenshots to take. One line is one screenshot. */

export interface Shot {
  /** File name without extension. */
  name: string;
  width: number;
  height: number;
  theme: 'light' | 'dark';
  language: string;
  view: 'shop' | 'order' | 'delivery' | 'help';
  pane?: 'shop' | 'dashboard';
  /** First answers the recommendation without a network. */
  offline?: boolean;
  /** First places the order and waits for the prompt. */
  hasPrompt?: boolean;
  /** First scrolls the shop to its end. */
  toEnd?: boolean;
}

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 780 };
const THEMES = ['light', 'dark'] as const;
const LANGUAGES = ['en', 'zh-Hans', 'ar'];

const everywhere = THEMES.flatMap((theme) => LANGUAGES.map((language) => ({ theme, language })));

export const SHOTS: Shot[] = [
  ...everywhere.map((where) => shot('desktop-order', { ...DESKTOP, ...where, view: 'order' })),
  ...everywhere.map((where) => shot('phone-order', { ...PHONE, ...where, view: 'order', toEnd: true })),
  ...everywhere.map((where) =>
    shot('phone-dashboard', { ...PHONE, ...where, view: 'order', pane: 'dashboard' }),
  ),
  ...LANGUAGES.map((language) =>
    shot('desktop-offline', { ...DESKTOP, theme: 'light', language, view: 'order', offline: true }),
  ),
  ...LANGUAGES.map((language) =>
    shot('desktop-help', { ...DESKTOP, theme: 'dark', language, view: 'help', toEnd: true }),
  ),
  shot('desktop-delivery', { ...DESKTOP, theme: 'light', language: 'de', view: 'delivery' }),
  shot('phone-help', { ...PHONE, theme: 'light', language: 'de', view: 'help' }),
  shot('phone-offline', { ...PHONE, theme: 'dark', language: 'zh-Hant', view: 'order', offline: true }),
  ...everywhere.map((where) =>
    shot('desktop-prompt', { ...DESKTOP, ...where, view: 'shop', hasPrompt: true }),
  ),
  ...everywhere.map((where) => shot('phone-prompt', { ...PHONE, ...where, view: 'shop', hasPrompt: true })),
  shot('phone-shop', { ...PHONE, theme: 'light', language: 'de', view: 'shop' }),
  shot('narrow-delivery', { ...PHONE, width: 320, theme: 'light', language: 'ar', view: 'delivery' }),
];

function shot(subject: string, rest: Omit<Shot, 'name'>): Shot {
  return { ...rest, name: `${subject}-${rest.theme}-${rest.language}` };
}
