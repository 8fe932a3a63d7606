/** Also of a host without a box of its own, which `:focus-within` does not match in Chromium. */
export function holdsFocus(host: Element): boolean {
  return host.contains((host.getRootNode() as Document | ShadowRoot).activeElement);
}
