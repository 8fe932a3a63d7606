import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const conditions = ['@heed/source'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    testTimeout: 30_000,
    projects: [
      project('jsdom', 'dom', 'jsdom'),
      project('jsdom 26', 'dom', './src/environments/jsdom-26.ts'),
      project('happy-dom', 'dom', 'happy-dom'),
      project('node', 'node', 'node'),
    ],
  },
});

function project(name: string, folder: string, environment: string): TestProjectInlineConfiguration {
  return { extends: true, test: { name, environment, include: [`src/${folder}/**/*.test.ts`] } };
}
