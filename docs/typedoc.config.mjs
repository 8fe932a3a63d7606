import { OptionDefaults } from 'typedoc';

/** Tags of the custom elements manifest: the pages of the elements show them, from the manifest. */
const manifestTags = ['@tag', '@slot', '@csspart', '@cssprop', '@cssstate'];

/** @type {Partial<import('typedoc').TypeDocOptions & import('typedoc-plugin-markdown').PluginOptions>} */
export default {
  plugin: ['typedoc-plugin-markdown', './typedoc.names.mjs'],
  tsconfig: 'tsconfig.api.json',
  name: 'API',
  entryPoints: [
    '../packages/core/src/index.ts',
    '../packages/core/src/batteries/index.ts',
    '../packages/core/src/flow/index.ts',
    '../packages/core/src/prompts/index.ts',
    '../packages/core/src/survey/index.ts',
    '../packages/core/src/templates/index.ts',
    '../packages/client/src/index.ts',
    '../packages/client/src/connect/index.ts',
    '../packages/client/src/requests/index.ts',
    '../packages/client/src/service-worker/index.ts',
    '../packages/elements/src/index.ts',
    '../packages/elements/src/components/survey/definition/index.ts',
    '../packages/heed/src/start.ts',
    '../packages/receiver/src/index.ts',
    '../packages/receiver/src/node.ts',
    '../packages/receiver/src/pglite.ts',
    '../packages/receiver/src/postgres.ts',
  ],
  out: 'reference/api',
  readme: 'none',
  router: 'module',
  entryFileName: 'index',
  blockTags: [...OptionDefaults.blockTags, ...manifestTags],
  excludeTags: [...manifestTags, '@event'],
  disableSources: true,
  excludeInternal: true,
  excludePrivate: true,
  excludeProtected: true,
  excludeExternals: true,
  hidePageHeader: true,
  hideBreadcrumbs: true,
  useCodeBlocks: true,
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
  typeDeclarationFormat: 'table',
  treatWarningsAsErrors: true,
  validation: { notExported: false },
};
