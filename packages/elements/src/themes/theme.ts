/** The public custom properties that a theme sets, by name. */
export type Theme = Readonly<Record<`--heed-${string}`, string>>;
