/** The elements in Svelte 5: `import '@heed/elements/svelte'` once in a project. */
import type { HTMLAttributes } from 'svelte/elements';
import type { ElementOf, ListenersOf, PropsOf, RenamedOf, Tag } from './props.ts';

/** The attributes of an element: `HeedProps<'heed-nps'>`. */
export type HeedProps<Name extends Tag> = HTMLAttributes<ElementOf<Name>> &
  PropsOf<Name> &
  RenamedOf<Name> &
  ListenersOf<Name, 'on'>;

type AllProps = { [Name in Tag]: HeedProps<Name> };

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends AllProps {}
}
