/** Heed's strings, for use in flows. */
import ar from '@heed/elements/locales/ar';
import de from '@heed/elements/locales/de';
import en from '@heed/elements/locales/en';
import { inLanguage, type Language, type Text } from './flow.ts';

type Key = keyof typeof en;

const strings = { en, de, ar };

/**
 * Returns one of Heed's strings in the language of the flow, without the final full stop, which Orca does not always
 * speak.
 *
 * @param values the values of its placeholders. `limit` also selects the plural form.
 */
export function heed(key: Key, values: Readonly<Record<string, Text | number>> = {}): Text {
  return (language: Language) => {
    const found: string | Partial<Record<string, string>> = strings[language][key];
    const form = new Intl.PluralRules(language).select(Number(values['limit'] ?? 0));
    const text = typeof found === 'string' ? found : (found[form] ?? found['other'] ?? '');
    const fill = (_: string, name: string): string => {
      const value = values[name] ?? '';
      return typeof value === 'number' ? String(value) : inLanguage(value, language);
    };
    return text.replaceAll(/\{(\w+)\}/g, fill).replace(/\.$/, '');
  };
}
