/** What the components for React and Preact have in common. */
import { isProperty, type Listeners, type Props } from './binding.ts';

/** Props that the framework itself applies to an element. */
const OWN = /^(on[A-Z].*|children|style|dangerouslySetInnerHTML)$/;
const HEARD = /^on[a-z]/;

/** The props of a component by what applies them. */
export interface JsxProps {
  /** The framework does, also on a server. */
  attributes: Props;
  properties: Props;
  /** The listeners of Heed's events, which no framework adds to what a server has rendered. */
  listeners: Listeners;
}

export function splitProps(props: Props): JsxProps {
  const attributes: Record<string, unknown> = {};
  const properties: Record<string, unknown> = {};
  const listeners: Record<string, EventListener> = {};
  for (const [name, value] of Object.entries(props)) {
    if (OWN.test(name)) attributes[name] = value;
    else if (HEARD.test(name)) {
      if (typeof value === 'function') listeners[name.slice(2)] = value as EventListener;
    } else {
      properties[name] = value;
      if (!isProperty(name, value)) attributes[name] = value;
    }
  }
  return { attributes, properties, listeners };
}

/** A default value as a server renders it. */
export function startAttribute(value: unknown): Props {
  return value === undefined ? {} : { value };
}
