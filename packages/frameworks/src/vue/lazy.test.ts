import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { lazySuite } from '../lazy-suite.ts';
import Recommendation from './recommendation.vue';

lazySuite({
  framework: 'Vue',
  open: async (host, customer) => {
    host.innerHTML = await renderToString(createSSRApp(Recommendation, { customer }));
    const app = createSSRApp(Recommendation, { customer });
    app.mount(host);
    return () => app.unmount();
  },
});
