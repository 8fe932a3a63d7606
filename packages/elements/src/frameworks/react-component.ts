'use client';
/** The implementation of the React components, and the types of the tags in JSX. `pnpm run manifest` writes `react.ts`. */
import {
  createElement,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type DetailedHTMLProps,
  type HTMLAttributes,
  type ReactElement,
  type Ref,
} from 'react';
import { createBinding, listen, type Props } from './binding.ts';
import { splitProps, defaultValueAttribute } from './jsx.ts';
import type { DefaultOf, ElementOf, ListenersOf, PropsOf, Tag } from './props.ts';

type Html<Element> = Omit<DetailedHTMLProps<HTMLAttributes<Element>, Element>, 'defaultValue'>;

/** The props of an element: `HeedProps<'heed-nps'>`. */
export type HeedProps<Name extends Tag> = Html<ElementOf<Name>> &
  PropsOf<Name> &
  DefaultOf<Name> &
  ListenersOf<Name, 'on'>;

/** The component of an element. */
export type HeedComponent<Name extends Tag> = (props: HeedProps<Name>) => ReactElement;

type AllProps = { [Name in Tag]: HeedProps<Name> };

declare module 'react' {
  // eslint-disable-next-line typescript/no-namespace -- where React looks for tags
  namespace JSX {
    interface IntrinsicElements extends AllProps {}
  }
}

/**
 * Returns the component of an element. React adds no listeners of custom events to server-rendered elements, and sets no
 * properties on them: https://github.com/facebook/react/issues/35446
 */
export function component<Name extends Tag>(tag: Name): HeedComponent<Name> {
  function HeedElement({ ref, defaultValue, ...props }: Props): ReactElement {
    const element = useRef<HTMLElement>(null);
    const [bind] = useState(createBinding);
    const [start] = useState(defaultValue);
    const { attributes, properties, listeners } = splitProps(props);
    useImperativeHandle(ref as Ref<HTMLElement>, () => element.current as HTMLElement);
    useLayoutEffect(() => {
      if (element.current) bind(element.current, { ...properties, defaultValue: start });
    });
    useLayoutEffect(() => (element.current ? listen(element.current, listeners) : undefined));
    return createElement(tag, { ...defaultValueAttribute(start), ...attributes, ref: element });
  }
  HeedElement.displayName = tag;
  return HeedElement as HeedComponent<Name>;
}
