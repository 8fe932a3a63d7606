import '@heed/elements/define/csat';
import '@heed/elements/define/nps';
import { connect } from '@heed/client/connect';
import { createApp } from 'vue';
import App from './app.vue';

connect();
createApp(App).mount('#app');
