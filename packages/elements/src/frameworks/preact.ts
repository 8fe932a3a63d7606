/**
 * The elements as components of Preact: `import { HeedNps } from '@heed/elements/preact'`. They work where a server
 * renders the page and before an element is registered. The import also declares the tags for JSX.
 */
import { createElement, type ClassAttributes, type HTMLAttributes, type Ref, type VNode } from 'preact';
import { useImperativeHandle, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { createBinding, listen, type Props } from './binding.ts';
import { splitProps, startAttribute } from './jsx.ts';
import type { DefaultOf, ElementOf, ListenersOf, PropsOf, Tag } from './props.ts';

type Html<Element extends EventTarget> = Omit<
  HTMLAttributes<Element> & ClassAttributes<Element>,
  'defaultValue'
>;

/** Preact passes over null where it sets the value of a tag; an empty text empties the element. */
type Value<Props> = Props extends { value?: infer Value } ? { value?: NonNullable<Value> | '' } : unknown;

type Shared<Name extends Tag> = Html<ElementOf<Name>> & DefaultOf<Name> & ListenersOf<Name, 'on'>;

/** The props of a component: `HeedProps<'heed-nps'>`. */
export type HeedProps<Name extends Tag> = Shared<Name> & PropsOf<Name>;

/** The component of an element. */
export type HeedComponent<Name extends Tag> = (props: HeedProps<Name>) => VNode;

type AllProps = {
  [Name in Tag]: Shared<Name> & Omit<PropsOf<Name>, 'value'> & Value<PropsOf<Name>>;
};

declare module 'preact' {
  // eslint-disable-next-line typescript/no-namespace -- where Preact looks for tags
  namespace JSX {
    interface IntrinsicElements extends AllProps {}
  }
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

/** Preact sets no properties on what a server has rendered, except "value". */
function component<Name extends Tag>(tag: Name): HeedComponent<Name> {
  function HeedElement({ ref, defaultValue, ...props }: Props): VNode {
    const element = useRef<HTMLElement>(null);
    const [bind] = useState(createBinding);
    const [start] = useState(defaultValue);
    const { attributes, properties, listeners } = splitProps(props);
    useImperativeHandle(ref as Ref<HTMLElement>, () => element.current as HTMLElement);
    useLayoutEffect(() => {
      if (element.current) bind(element.current, { ...properties, defaultValue: start });
    });
    useLayoutEffect(() => (element.current ? listen(element.current, listeners) : undefined));
    const all = { ...startAttribute(start), ...attributes, ref: element };
    return createElement(tag, all as unknown as HTMLAttributes) as VNode;
  }
  HeedElement.displayName = tag;
  return HeedElement as HeedComponent<Name>;
}
