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

/** Returns whether an element is a container of that kind. Before it is upgraded its tag counts. */
export function isContainer(element: Container, kind: ContainerKind): boolean {
  return (element[CONTAINER] ?? element.localName) === kind;
}

/** Returns the nearest container around an element, in the same tree; `undefined` if there is none, and on a server. */
export function findContainer(element: Element, kind: ContainerKind): Container | undefined {
  let node: Container | null = isServer ? null : element;
  // With the getter of the prototype, because a form may contain a field called "parentElement".
  while ((node = node && (Reflect.get(Node.prototype, 'parentElement', node) as Container | null)))
    if (isContainer(node, kind)) return node;
  return undefined;
}
