import { render } from 'solid-js/web';
import { App } from './app.tsx';

const host = document.getElementById('app');
if (host) render(() => <App />, host);
