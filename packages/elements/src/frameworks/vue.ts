/** The elements in templates of Vue 3: `import '@heed/elements/vue'` once in a project. */
import type { HTMLAttributes } from 'vue';
import type { Elements } from './elements.ts';
import type { ElementOf, PropsOf, RenamedOf, Tag } from './props.ts';

/** In a template `call-back` and `callBack` are the same name, for which Vue's checker asks as `callBack`. */
type OneWord<Props> = {
  [Key in keyof Props as Key extends `${string}-${string}` ? never : Key]: Props[Key];
};

/** `v-model` instead of `value`: where that is a number, Vue sets it to 0 instead of null, an answer nobody gave. */
type Model<Props> = Props extends { value?: infer Value } ? { modelValue?: Value | undefined } : unknown;

type Pascal<Text extends string> = Text extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<Text>;

type Listeners<Name extends Tag> = {
  [Type in keyof Elements[Name]['events'] as `on${Pascal<Type & string>}`]?:
    ((event: Elements[Name]['events'][Type] & { currentTarget: ElementOf<Name> }) => void) | undefined;
};

/** The props of an element: `HeedProps<'heed-nps'>`. */
export type HeedProps<Name extends Tag> = Omit<HTMLAttributes, keyof Listeners<Name>> &
  Omit<OneWord<PropsOf<Name>>, 'value'> &
  RenamedOf<Name> &
  Model<PropsOf<Name>> &
  Listeners<Name>;

type AllComponents = { [Name in Tag]: new () => { $props: HeedProps<Name> } };

declare module 'vue' {
  interface GlobalComponents extends AllComponents {}
}
