/** Returns the tag of a project's sync, which is also the name of its database and its lock. */
export function syncTagOf(project = 'default'): string {
  return `heed:${project}`;
}
