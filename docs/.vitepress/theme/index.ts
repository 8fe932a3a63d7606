import type { Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme';
import { h } from 'vue';
import HomeDemo from './HomeDemo.vue';
import LiveExample from './LiveExample.vue';
import './style.css';

export default {
  extends: DefaultTheme,
  Layout: () => h(DefaultTheme.Layout, null, { 'home-hero-image': () => h(HomeDemo) }),
  enhanceApp({ app }) {
    app.component('LiveExample', LiveExample);
    if (!import.meta.env.SSR) void import('./elements.ts');
  },
} satisfies Theme;
