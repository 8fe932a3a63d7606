'use client';
/**
 * The elements as components of React 19: `import { HeedNps } from '@heed/elements/react'`. They work where a server
 * renders the page and before an element is registered. The import also declares the tags for JSX.
 */
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
import { splitProps, startAttribute } from './jsx.ts';
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

/**
 * React adds no listeners of custom events to what a server has rendered, and sets no properties on it:
 * https://github.com/facebook/react/issues/35446
 */
function component<Name extends Tag>(tag: Name): HeedComponent<Name> {
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
    return createElement(tag, { ...startAttribute(start), ...attributes, ref: element });
  }
  HeedElement.displayName = tag;
  return HeedElement as HeedComponent<Name>;
}
