import { LitElement } from 'lit';
import type { LazyImport } from './lazy-import.ts';

/** An element with parts that are loaded later. `updateComplete` waits for those that are being loaded. */
export class LazyHost extends LitElement {
  /** Resolves when the parts that are being loaded have arrived or failed. @internal */
  declare pendingParts: Promise<unknown> | undefined;

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.pendingParts;
    return super.getUpdateComplete();
  }
}

/** A part of an element that is loaded when it is first needed. The element renders without it until then. */
export class LazyPart<Module, Part> {
  /** `undefined` until the part is loaded. */
  declare value: Part | undefined;
  /**
   * Loads the part, and updates the element when it arrives. Resolves to `undefined` if it could not be loaded. Call it
   * in each update that needs the part: that is where the next attempt starts after a failure. See `lazyImport()`.
   */
  readonly load: LazyImport<Part>;

  /** @param create makes the part from its module, once */
  constructor(host: LazyHost, load: LazyImport<Module>, create: (module: Module) => Part) {
    this.load = (isUrgent) => {
      const loading = load(isUrgent).then((module) => {
        if (module && !this.value) {
          this.value = create(module);
          host.requestUpdate();
        }
        return this.value;
      });
      const { pendingParts } = host;
      host.pendingParts = loading.then(() => pendingParts);
      return loading;
    };
  }
}
