import { connect } from '@heed/client/connect';
import { hydrate } from 'preact';
import { App } from './app.tsx';

connect();
hydrate(<App />, document.querySelector('#app')!);
