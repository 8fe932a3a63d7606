/** The tag of a project's sync: the name that its database and its lock have as well. */
export function tagOf(project = 'default'): string {
  return `heed:${project}`;
}
