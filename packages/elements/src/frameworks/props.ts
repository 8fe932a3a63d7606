/** Shared types of all frameworks. */
import type { Elements } from './elements.ts';

export type Tag = keyof Elements;
export type ElementOf<Name extends Tag> = Elements[Name]['element'];

/** Makes all members optional, and allows `undefined`. */
export type Optional<Members> = { [Key in keyof Members]?: Members[Key] | undefined };

/** The props with the names of HTML attributes, and the properties that have no attribute. */
export type PropsOf<Name extends Tag> = Optional<Elements[Name]['attributes'] & Elements[Name]['properties']>;

/** The props with the names of properties: `callBack` for `call-back`. They only work on a registered element. */
export type RenamedOf<Name extends Tag> = Optional<Elements[Name]['renamed']>;

/** The initial value, as React and Preact call it. */
export type DefaultOf<Name extends Tag> = Pick<
  RenamedOf<Name>,
  Extract<keyof RenamedOf<Name>, 'defaultValue'>
>;

/** The listeners of Heed's events. Every framework has types for native events. */
export type ListenersOf<Name extends Tag, Prefix extends string> = {
  [Type in Extract<keyof Elements[Name]['events'], `heed-${string}`> as `${Prefix}${Type}`]?:
    ((event: Elements[Name]['events'][Type]) => void) | undefined;
};
