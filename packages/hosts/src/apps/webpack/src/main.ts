import '@heed/elements/define/csat';
import '@heed/elements/define/nps';
import { connect } from '@heed/client/connect';
import './page.ts';

connect();
