/** A size that is measured: what a page downloads, minified and compressed, with all dependencies. */
export interface Figure {
  /** Its name in the tables. */
  name: string;
  /** The package that owns it, as the name of its folder in `packages`. */
  owner: string;
  /**
   * The first file that a page loads, with its static imports: the main module of a package or one of its files,
   * bundled as an application would do it, or a file that a browser loads without a bundler.
   */
  entry: { module: string } | { file: string } | { built: string };
  /** Elements whose modules are loaded as well, by folder name, for example `nps`. */
  elements?: readonly string[];
  /** Modules of `packages/elements/src` that the elements load later. */
  lazy?: readonly string[];
  /** Elements that the page has loaded before. Their files are not counted. */
  loaded?: readonly string[];
  /** The maximum number of bytes. `undefined` if the figure is only reported. */
  budgetBytes?: number;
  /**
   * The limit of a figure that is still over its budget, for the reasons in `docs/design.md`. The figure can only
   * shrink. Remove the limit once the budget is met.
   */
  limitBytes?: number;
}
