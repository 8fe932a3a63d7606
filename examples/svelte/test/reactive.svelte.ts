/** Props that Svelte follows when they change. */
export function reactive<Props extends object>(start: Props): Props {
  const props = $state(start);
  return props;
}
