import { defineConfig } from 'vitepress';
import { liveExamples } from './live-examples.ts';
import { plainCode } from './plain-code.ts';

export default defineConfig({
  title: 'Heed',
  description: 'Web components for collecting customer feedback, and a client that loses no answers.',
  lang: 'en',
  cleanUrls: true,
  srcExclude: ['README.md'],
  head: [
    ['link', { rel: 'icon', type: 'image/svg+xml', href: '/mark.svg' }],
    ['meta', { name: 'theme-color', content: '#3b4fd8' }],
  ],
  markdown: {
    config(markdown) {
      liveExamples(markdown);
      plainCode(markdown);
    },
  },
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('heed-') } } },
  // The live examples run the sources of the workspace, so an edit shows immediately.
  vite: { resolve: { conditions: ['@heed/source'] } },
  themeConfig: {
    logo: '/mark.svg',
    search: { provider: 'local' },
    outline: { level: [2, 3] },
    nav: [
      { text: 'Guide', link: '/guide/getting-started', activeMatch: '^/guide/' },
      { text: 'Elements', link: '/elements/nps', activeMatch: '^/elements/' },
      { text: 'Client', link: '/client/', activeMatch: '^/client/' },
      { text: 'Receiver', link: '/receiver/', activeMatch: '^/receiver/' },
      { text: 'Reference', link: '/reference/record', activeMatch: '^/reference/' },
    ],
    sidebar: [
      {
        text: 'Guide',
        items: [
          { text: 'Getting started', link: '/guide/getting-started' },
          { text: 'Moments of truth', link: '/guide/moments-of-truth' },
          { text: 'Ready-made surveys', link: '/guide/ready-made-surveys' },
          { text: 'Frameworks', link: '/guide/frameworks' },
          { text: 'Languages', link: '/guide/languages' },
          { text: 'Styling', link: '/guide/styling' },
          { text: 'Accessibility', link: '/guide/accessibility' },
          { text: 'Server rendering', link: '/guide/server-rendering' },
          { text: 'Privacy and security', link: '/guide/privacy-and-security' },
          { text: 'Testing your app', link: '/guide/testing' },
        ],
      },
      {
        text: 'Elements',
        items: [
          { text: 'Satisfaction', link: '/elements/csat' },
          { text: 'Recommendation', link: '/elements/nps' },
          { text: 'Effort', link: '/elements/ces' },
          { text: 'Choice', link: '/elements/choice' },
          { text: 'Text', link: '/elements/text' },
          { text: 'Matrix', link: '/elements/matrix' },
          { text: 'Photos and files', link: '/elements/attachment' },
          { text: 'Consent', link: '/elements/consent' },
          { text: 'Complaint', link: '/elements/complaint' },
          { text: 'Survey', link: '/elements/survey' },
          { text: 'Prompt', link: '/elements/prompt' },
          { text: 'Launcher', link: '/elements/launcher' },
          { text: 'Benchmark', link: '/elements/benchmark' },
        ],
      },
      {
        text: 'Client',
        items: [
          { text: 'Delivery guarantees', link: '/client/' },
          { text: 'Connecting elements', link: '/client/connect' },
          { text: 'Endpoints', link: '/client/endpoints' },
          { text: 'Background delivery', link: '/client/service-worker' },
          { text: 'Failure scenarios', link: '/client/faults' },
          { text: 'Benchmark', link: '/client/benchmark' },
        ],
      },
      {
        text: 'Receiver',
        items: [
          { text: 'Self-hosting', link: '/receiver/' },
          { text: 'HTTP interface', link: '/receiver/http' },
        ],
      },
      {
        text: 'Reference',
        items: [
          { text: 'The record', link: '/reference/record' },
          { text: 'The survey as JSON', link: '/reference/survey-definition' },
          { text: 'Scores', link: '/reference/scores' },
          { text: 'Conditions', link: '/reference/expressions' },
          { text: 'Prompt rules', link: '/reference/prompt-rules' },
          { text: 'Errors and warnings', link: '/reference/errors' },
          { text: 'Hostile pages', link: '/reference/hostile-pages' },
          { text: 'Hosts', link: '/reference/hosts' },
          {
            text: 'API',
            collapsed: true,
            link: '/reference/api/',
            items: ['heed/start', '@heed/elements', '@heed/client', '@heed/core', '@heed/receiver'].map(
              (name) => ({
                text: name,
                link: `/reference/api/${name}`,
              }),
            ),
          },
        ],
      },
      {
        text: 'Project',
        items: [
          { text: 'Design', link: '/design' },
          { text: 'Contributing', link: '/contributing' },
          { text: 'Security policy', link: '/SECURITY' },
          { text: 'Code of conduct', link: '/CODE_OF_CONDUCT' },
        ],
      },
    ],
    footer: { message: 'MIT licensed' },
  },
});
