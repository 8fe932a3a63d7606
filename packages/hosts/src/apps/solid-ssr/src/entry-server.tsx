import { generateHydrationScript, renderToString } from 'solid-js/web';
import { App } from './app.tsx';

export const head = generateHydrationScript();
export const render = (): string => renderToString(() => <App />);
