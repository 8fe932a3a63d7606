/** Returns reactive props. */
export function reactive<Props extends object>(start: Props): Props {
  const props = $state(start);
  return props;
}
