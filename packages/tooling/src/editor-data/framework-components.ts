/** The modules `@heed/elements/react`, `preact` and `vue`: one component for each element. */
import type { ElementData } from './manifest.ts';

/** The frameworks with a module `<framework>-component.ts`, which exports `component()`. */
export const FRAMEWORKS = ['preact', 'react', 'vue'] as const;

export type Framework = (typeof FRAMEWORKS)[number];

const DESCRIPTIONS: Record<Framework, string> = {
  preact:
    'Preact. They support server rendering and unregistered elements. The import also declares the tags for JSX.',
  react:
    'React 19. They support server rendering and unregistered elements. The import also declares the tags for JSX.',
  vue: 'Vue 3. They support `v-model`, server rendering and unregistered elements. The import also declares the tags for templates.',
};

/** Exports are listed by name, because a module with "use client" must not contain `export *`. */
export function renderComponents(framework: Framework, elements: ElementData[]): string {
  return [
    ...(framework === 'react' ? ["'use client';"] : []),
    '// Written by "pnpm run manifest" from the list of elements.',
    `/** The elements as components for ${DESCRIPTIONS[framework]} */`,
    `import { component, type HeedComponent } from './${framework}-component.ts';`,
    '',
    `export type { HeedComponent, HeedProps } from './${framework}-component.ts';`,
    '',
    ...elements.map(
      ({ className, tag }) =>
        `export const ${className}: HeedComponent<'${tag}'> = /* @__PURE__ */ component('${tag}');`,
    ),
    '',
  ].join('\n');
}
