import { createComponent, provideZonelessChangeDetection, type ComponentRef, type Type } from '@angular/core';
import { createApplication } from '@angular/platform-browser';
import type { Mount } from '@heed/testing/frameworks/app';

/** Creates a separate application for each component. Calls `bind` with the initial props and with each change. */
export function mountWith<App, Props>(
  type: Type<App>,
  bind: (app: App, props: Partial<Props>) => void,
): Mount<Props> {
  return async (host, props) => {
    const application = await createApplication({ providers: [provideZonelessChangeDetection()] });
    const component: ComponentRef<App> = createComponent(type, {
      environmentInjector: application.injector,
      hostElement: host,
    });
    bind(component.instance, props);
    application.attachView(component.hostView);
    await application.whenStable();
    return {
      update: async (change) => {
        bind(component.instance, change);
        component.changeDetectorRef.markForCheck();
        await application.whenStable();
      },
      unmount: () => application.destroy(),
    };
  };
}
