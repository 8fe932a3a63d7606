/** The elements in Svelte 5: `import '@heed/elements/svelte'` once in a project. */
import type { HTMLAttributes } from 'svelte/elements';
import { createBinding } from './binding.ts';
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

type Properties = { [Name in Tag]: PropsOf<Name> & RenamedOf<Name> }[Tag];

const bindings = new WeakMap<HTMLElement, ReturnType<typeof createBinding>>();

/**
 * Returns an attachment that sets properties of an element: `{@attach properties({ value })}`. Use it for a value where
 * a server renders the page: an answer that a user gave before Svelte has taken over is then kept, and reported by an
 * "input" and a "change" event.
 */
export function properties(values: Properties): (element: HTMLElement) => void {
  return (element) => {
    const bind = bindings.get(element) ?? createBinding();
    bindings.set(element, bind);
    bind(element, { ...values });
  };
}
