import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

const host = document.getElementById('app');
if (host)
  createRoot(host).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
