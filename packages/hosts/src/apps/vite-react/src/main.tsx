import '@heed/elements/define/csat';
import '@heed/elements/define/nps';
import { connect } from '@heed/client/connect';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

connect();

createRoot(document.querySelector('#root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
