/** The implementation of the Preact components, and the types of the tags in JSX. `pnpm run manifest` writes `preact.ts`. */
import { createElement, type ClassAttributes, type HTMLAttributes, type Ref, type VNode } from 'preact';
import { useImperativeHandle, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { createBinding, listen, type Props } from './binding.ts';
import { splitProps, defaultValueAttribute } from './jsx.ts';
import type { DefaultOf, ElementOf, ListenersOf, PropsOf, Tag } from './props.ts';

type Html<Element extends EventTarget> = Omit<
  HTMLAttributes<Element> & ClassAttributes<Element>,
  'defaultValue'
>;

/** Preact ignores `null` when it sets the value of a tag. An empty string clears the value. */
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

/** Returns the component of an element. Preact sets no properties on server-rendered elements, except "value". */
export function component<Name extends Tag>(tag: Name): HeedComponent<Name> {
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
    const all = { ...defaultValueAttribute(start), ...attributes, ref: element };
    return createElement(tag, all as unknown as HTMLAttributes) as VNode;
  }
  HeedElement.displayName = tag;
  return HeedElement as HeedComponent<Name>;
}
