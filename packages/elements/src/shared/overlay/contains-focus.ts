/** Also works for a host with `display: contents`, which `:focus-within` does not match in Chromium. */
export function containsFocus(host: Element): boolean {
  return host.contains((host.getRootNode() as Document | ShadowRoot).activeElement);
}
