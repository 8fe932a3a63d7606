import { Converter } from 'typedoc';

/** Calls each module what an import calls it. */
const names = {
  'core/src': '@heed/core',
  'core/src/batteries': '@heed/core/batteries',
  'core/src/flow': '@heed/core/flow',
  'core/src/prompts': '@heed/core/prompts',
  'core/src/survey': '@heed/core/survey',
  'core/src/templates': '@heed/core/templates',
  'client/src': '@heed/client',
  'client/src/connect': '@heed/client/connect',
  'client/src/requests': '@heed/client/requests',
  'client/src/service-worker': '@heed/client/service-worker',
  'elements/src': '@heed/elements',
  'elements/src/components/survey/definition': '@heed/elements/survey-definition',
  'heed/src/start': 'heed/start',
  'receiver/src': '@heed/receiver',
  'receiver/src/node': '@heed/receiver/node',
  'receiver/src/pglite': '@heed/receiver/pglite',
  'receiver/src/postgres': '@heed/receiver/postgres',
};

/** @param {import('typedoc').Application} app */
export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of project.children ?? []) module.name = names[module.name] ?? module.name;
  });
}
