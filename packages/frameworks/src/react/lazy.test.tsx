import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { lazySuite } from '../lazy-suite.ts';
import { Recommendation } from './recommendation.tsx';

lazySuite({
  framework: 'React',
  open: async (host, customer) => {
    const app = <Recommendation customer={customer} />;
    host.innerHTML = renderToString(app);
    const root = hydrateRoot(host, app);
    return () => root.unmount();
  },
});
