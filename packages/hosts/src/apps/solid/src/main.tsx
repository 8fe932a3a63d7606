import '@heed/elements/define/csat';
import '@heed/elements/define/nps';
import { connect } from '@heed/client/connect';
import { render } from 'solid-js/web';
import { App } from './app.tsx';

connect();
render(() => <App />, document.querySelector('#root')!);
