import { CONTAINER, type Container, type ContainerKind } from './container.ts';

/** Returns whether an element is a container of that kind. Before it is upgraded its tag counts. */
export function isContainer(element: Container, kind: ContainerKind): boolean {
  return (element[CONTAINER] ?? element.localName) === kind;
}
