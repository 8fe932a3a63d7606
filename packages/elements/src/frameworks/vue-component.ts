/** The implementation of the Vue components, and the types of the tags in templates. `pnpm run manifest` writes `vue.ts`. */
import {
  defineComponent,
  getCurrentInstance,
  h,
  inject,
  onMounted,
  onUpdated,
  ssrContextKey,
  type Component,
  type HTMLAttributes,
} from 'vue';
import { createBinding, isProperty, type Props } from './binding.ts';
import type { Elements } from './elements.ts';
import type { ElementOf, PropsOf, RenamedOf, Tag } from './props.ts';

/** In a template, `call-back` and `callBack` are the same prop, which Vue's type checker looks up as `callBack`. */
type OneWord<Props> = {
  [Key in keyof Props as Key extends `${string}-${string}` ? never : Key]: Props[Key];
};

/** `v-model` instead of `value`: Vue sets a numeric `value` to 0 instead of `null`, which would be an answer. */
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

/** The component of an element, whose `$el` is the element. */
export type HeedComponent<Name extends Tag> = Component &
  (new () => { $props: HeedProps<Name>; $el: ElementOf<Name> });

type AllComponents = { [Name in Tag]: new () => { $props: HeedProps<Name> } };

declare module 'vue' {
  interface GlobalComponents extends AllComponents {}
}

export function component<Name extends Tag>(tag: Name): HeedComponent<Name> {
  const created = defineComponent({
    name: tag,
    inheritAttrs: false,
    setup(_, { attrs, slots }) {
      const isServer = !!inject(ssrContextKey, undefined);
      const instance = getCurrentInstance();
      const bind = createBinding();
      const update = (): void => bind(instance?.proxy?.$el as HTMLElement, propertiesOf(attrs));
      onMounted(update);
      onUpdated(update);
      return () => h(tag, toVnodeProps(attrs, isServer), slots['default']?.());
    },
  });
  return created as unknown as HeedComponent<Name>;
}

const toCamel = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
const toKebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

type Update = (value: unknown) => void;

/** Makes the listener of "input" that passes the value to `v-model`. */
function toModel(update: Update): (event: Event) => void {
  return ({ currentTarget }) => update(Reflect.get(currentTarget as HTMLElement, 'value'));
}

/** Props that Vue's renderer applies. */
const OWN = /^(on[A-Z].*|class|style|key|ref)$/;
const MODEL = /^(modelValue|modelModifiers|onUpdate:modelValue)$/;

/** Returns the props of the element by property name. */
function propertiesOf({ modelValue, ...attrs }: Props): Props {
  const properties = Object.entries(attrs).filter(([name]) => !OWN.test(name) && !MODEL.test(name));
  const named = properties.map(([name, value]) => [toCamel(name), value] as const);
  return Object.fromEntries(modelValue === undefined ? named : [...named, ['value', modelValue]]);
}

/** Returns the attributes and listeners of the element. */
function toVnodeProps(attrs: Props, isServer: boolean): Record<string, unknown> {
  const { modelValue, 'onUpdate:modelValue': update } = attrs;
  const props: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(attrs)) {
    if (MODEL.test(name)) continue;
    if (OWN.test(name)) props[name] = value;
    // As an attribute even if the element has the property: Vue would set a number to 0 instead of `null`.
    else if (!isProperty('', value) && value !== false)
      props[`^${toKebab(name)}`] = value === true ? '' : value;
  }
  // Only on a server: in a browser, the property is set.
  if (isServer && !isProperty('value', modelValue)) props['^value'] = modelValue;
  // An array if the page also listens to the event.
  const updates = [update].flat().filter((each) => typeof each === 'function') as Update[];
  if (updates.length) props['onInput'] = [...updates.map(toModel), attrs['onInput']].flat().filter(Boolean);
  return props;
}
