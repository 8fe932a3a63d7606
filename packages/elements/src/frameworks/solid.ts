/** The elements in JSX of Solid: `import '@heed/elements/solid'` once in a project. */
import type { JSX } from 'solid-js';
import type { ElementOf, ListenersOf, PropsOf, RenamedOf, Tag } from './props.ts';

/** Solid sets props of custom elements as properties; `attr:` and `prop:` say which is meant. */
type Explicit<Name extends Tag> = {
  [Key in keyof PropsOf<Name> as `attr:${Key & string}`]?: PropsOf<Name>[Key];
} & {
  [Key in keyof (PropsOf<Name> & RenamedOf<Name>) as `prop:${Key & string}`]?: (PropsOf<Name> &
    RenamedOf<Name>)[Key];
};

/** The props of an element: `HeedProps<'heed-nps'>`. */
export type HeedProps<Name extends Tag> = Omit<JSX.HTMLAttributes<ElementOf<Name>>, keyof PropsOf<Name>> &
  PropsOf<Name> &
  RenamedOf<Name> &
  Explicit<Name> &
  ListenersOf<Name, 'on:'>;

type AllProps = { [Name in Tag]: HeedProps<Name> };

declare module 'solid-js' {
  // eslint-disable-next-line typescript/no-namespace -- where Solid looks for tags
  namespace JSX {
    interface IntrinsicElements extends AllProps {}
  }
}
