import { connect } from '@heed/client/connect';
import { hydrate } from 'solid-js/web';
import { App } from './app.tsx';

connect();
hydrate(() => <App />, document.querySelector('#app')!);
