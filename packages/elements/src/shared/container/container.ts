import { isServer } from '../environment/is-server.ts';

/** A survey sends the answers of the elements inside it; a prompt opens them in its panel. */
export type ContainerKind = 'heed-survey' | 'heed-prompt';

/** A global symbol, so that several copies of the library in one page find each other's containers. */
const CONTAINER = Symbol.for('heed.container');

interface Container extends Element {
  [CONTAINER]?: ContainerKind;
  endpoint?: string;
  requestSubmit?(): void;
}

/** Marks a container. Its constructor calls this, so that subclasses are marked under any tag. */
export function markContainer(host: HTMLElement, kind: ContainerKind): void {
  (host as Container)[CONTAINER] = kind;
}

/**
 * Returns the nearest container in the same tree, from the element itself upwards; `undefined` if there is none, and on
 * a server. Before a container is upgraded its tag counts.
 */
export function findContainer(element: Element | null, kind: ContainerKind): Container | undefined {
  // With the getter of the prototype, because a form may contain a field called "parentElement".
  for (
    let node: Container | null = isServer ? null : element;
    node;
    node = Reflect.get(Node.prototype, 'parentElement', node)
  )
    if ((node[CONTAINER] ?? node.localName) === kind) return node;
  return undefined;
}
