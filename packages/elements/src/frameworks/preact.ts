/** The elements in JSX of Preact: `import '@heed/elements/preact'` once in a project. */
import type { ClassAttributes, HTMLAttributes } from 'preact';
import type { DefaultOf, ElementOf, ListenersOf, PropsOf, Tag } from './props.ts';

type Html<Element extends EventTarget> = Omit<
  HTMLAttributes<Element> & ClassAttributes<Element>,
  'defaultValue'
>;

/** Preact passes over null where it sets a value; an empty text empties the element. */
type Value<Props> = Props extends { value?: infer Value } ? { value?: NonNullable<Value> | '' } : unknown;

/** The props of an element: `HeedProps<'heed-nps'>`. */
export type HeedProps<Name extends Tag> = Html<ElementOf<Name>> &
  Omit<PropsOf<Name>, 'value'> &
  Value<PropsOf<Name>> &
  DefaultOf<Name> &
  ListenersOf<Name, 'on'>;

type AllProps = { [Name in Tag]: HeedProps<Name> };

declare module 'preact' {
  // eslint-disable-next-line typescript/no-namespace -- where Preact looks for tags
  namespace JSX {
    interface IntrinsicElements extends AllProps {}
  }
}
