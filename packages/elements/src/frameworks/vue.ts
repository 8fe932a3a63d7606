/**
 * The elements as components of Vue 3: `import { HeedNps } from '@heed/elements/vue'`. They take `v-model` in a browser
 * and on a server, and work before an element is registered. The import also declares the tags for templates.
 */
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

/** The component of an element, whose `$el` is the element. */
export type HeedComponent<Name extends Tag> = Component &
  (new () => { $props: HeedProps<Name>; $el: ElementOf<Name> });

type AllComponents = { [Name in Tag]: new () => { $props: HeedProps<Name> } };

declare module 'vue' {
  interface GlobalComponents extends AllComponents {}
}

export const HeedAttachment: HeedComponent<'heed-attachment'> = /* @__PURE__ */ component('heed-attachment');
export const HeedCes: HeedComponent<'heed-ces'> = /* @__PURE__ */ component('heed-ces');
export const HeedChoice: HeedComponent<'heed-choice'> = /* @__PURE__ */ component('heed-choice');
export const HeedComplaint: HeedComponent<'heed-complaint'> = /* @__PURE__ */ component('heed-complaint');
export const HeedConsent: HeedComponent<'heed-consent'> = /* @__PURE__ */ component('heed-consent');
export const HeedCsat: HeedComponent<'heed-csat'> = /* @__PURE__ */ component('heed-csat');
export const HeedLauncher: HeedComponent<'heed-launcher'> = /* @__PURE__ */ component('heed-launcher');
export const HeedMatrix: HeedComponent<'heed-matrix'> = /* @__PURE__ */ component('heed-matrix');
export const HeedNps: HeedComponent<'heed-nps'> = /* @__PURE__ */ component('heed-nps');
export const HeedPrompt: HeedComponent<'heed-prompt'> = /* @__PURE__ */ component('heed-prompt');
export const HeedSurvey: HeedComponent<'heed-survey'> = /* @__PURE__ */ component('heed-survey');
export const HeedText: HeedComponent<'heed-text'> = /* @__PURE__ */ component('heed-text');

function component<Name extends Tag>(tag: Name): HeedComponent<Name> {
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

/** What Vue's own renderer applies. */
const OWN = /^(on[A-Z].*|class|style|key|ref)$/;
const MODEL = /^(modelValue|modelModifiers|onUpdate:modelValue)$/;

/** The props of the element by the names of its properties. */
function propertiesOf({ modelValue, ...attrs }: Props): Props {
  const properties = Object.entries(attrs).filter(([name]) => !OWN.test(name) && !MODEL.test(name));
  const named = properties.map(([name, value]) => [toCamel(name), value] as const);
  return Object.fromEntries(modelValue === undefined ? named : [...named, ['value', modelValue]]);
}

/** The attributes and listeners of the element. */
function toVnodeProps(attrs: Props, isServer: boolean): Record<string, unknown> {
  const { modelValue, 'onUpdate:modelValue': update } = attrs;
  const props: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(attrs)) {
    if (MODEL.test(name)) continue;
    if (OWN.test(name)) props[name] = value;
    // As an attribute also where the element has such a property: Vue would set a number to 0 instead of null.
    else if (!isProperty('', value) && value !== false)
      props[`^${toKebab(name)}`] = value === true ? '' : value;
  }
  // On a server alone: the element of a browser has the property.
  if (isServer && !isProperty('value', modelValue)) props['^value'] = modelValue;
  // An array where a page listens to the event as well.
  const updates = [update].flat().filter((each) => typeof each === 'function') as Update[];
  if (updates.length) props['onInput'] = [...updates.map(toModel), attrs['onInput']].flat().filter(Boolean);
  return props;
}
