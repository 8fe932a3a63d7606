import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { lateDefinitionSuite } from '@heed/testing/frameworks/late-definition-suite';
import Recommendation from '../src/recommendation.vue';

lateDefinitionSuite({
  framework: 'Vue',
  open: async (host, customer) => {
    host.innerHTML = await renderToString(createSSRApp(Recommendation, { customer }));
    const app = createSSRApp(Recommendation, { customer });
    app.mount(host);
    return () => app.unmount();
  },
});
