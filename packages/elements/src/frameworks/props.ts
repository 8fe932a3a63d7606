/** What the types of all frameworks have in common. */
import type { Elements } from './elements.ts';

export type Tag = keyof Elements;
export type ElementOf<Name extends Tag> = Elements[Name]['element'];

/** Anything may be absent, and `undefined` means the same. */
export type Optional<Members> = { [Key in keyof Members]?: Members[Key] | undefined };

/** What is set by the names of HTML, and the objects that no attribute can hold. */
export type PropsOf<Name extends Tag> = Optional<Elements[Name]['attributes'] & Elements[Name]['properties']>;

/** What is set by the names of JavaScript: `callBack` for `call-back`. It reaches an element that is registered. */
export type RenamedOf<Name extends Tag> = Optional<Elements[Name]['renamed']>;

/** What React and Preact call a value at first. */
export type DefaultOf<Name extends Tag> = Pick<
  RenamedOf<Name>,
  Extract<keyof RenamedOf<Name>, 'defaultValue'>
>;

/** The listeners of Heed's own events; those of the platform have types in every framework. */
export type ListenersOf<Name extends Tag, Prefix extends string> = {
  [Type in Extract<keyof Elements[Name]['events'], `heed-${string}`> as `${Prefix}${Type}`]?:
    ((event: Elements[Name]['events'][Type]) => void) | undefined;
};
