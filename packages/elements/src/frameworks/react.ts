/** The elements in JSX of React 19: `import '@heed/elements/react'` once in a project. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { DefaultOf, ElementOf, ListenersOf, PropsOf, Tag } from './props.ts';

type Html<Element> = Omit<DetailedHTMLProps<HTMLAttributes<Element>, Element>, 'defaultValue'>;

/** The props of an element: `HeedProps<'heed-nps'>`. */
export type HeedProps<Name extends Tag> = Html<ElementOf<Name>> &
  PropsOf<Name> &
  DefaultOf<Name> &
  ListenersOf<Name, 'on'>;

type AllProps = { [Name in Tag]: HeedProps<Name> };

declare module 'react' {
  // eslint-disable-next-line typescript/no-namespace -- where React looks for tags
  namespace JSX {
    interface IntrinsicElements extends AllProps {}
  }
}
