/** Shared code of the components for React and Preact. */
import { isProperty, type Listeners, type Props } from './binding.ts';

/** Props that the framework applies to an element. */
const FRAMEWORK_PROPS = /^(on[A-Z].*|children|style|dangerouslySetInnerHTML)$/;
const HEED_LISTENERS = /^on[a-z]/;

/** The props of a component, grouped by what applies them. */
export interface JsxProps {
  /** Applied by the framework, also on a server. */
  attributes: Props;
  properties: Props;
  /** The listeners of Heed's events, which the frameworks do not add to server-rendered elements. */
  listeners: Listeners;
}

export function splitProps(props: Props): JsxProps {
  const attributes: Record<string, unknown> = {};
  const properties: Record<string, unknown> = {};
  const listeners: Record<string, EventListener> = {};
  for (const [name, value] of Object.entries(props)) {
    if (FRAMEWORK_PROPS.test(name)) attributes[name] = value;
    else if (HEED_LISTENERS.test(name)) {
      if (typeof value === 'function') listeners[name.slice(2)] = value as EventListener;
    } else {
      properties[name] = value;
      if (!isProperty(name, value)) attributes[name] = value;
    }
  }
  return { attributes, properties, listeners };
}

/** Returns the attribute that a server renders for a default value. */
export function defaultValueAttribute(value: unknown): Props {
  return value === undefined ? {} : { value };
}
