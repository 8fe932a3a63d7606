import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { lateDefinitionSuite } from '@heed/testing/frameworks/late-definition-suite';
import { Recommendation } from '../src/recommendation.tsx';

lateDefinitionSuite({
  framework: 'React',
  open: async (host, customer) => {
    const app = <Recommendation customer={customer} />;
    host.innerHTML = renderToString(app);
    const root = hydrateRoot(host, app);
    return () => root.unmount();
  },
});
