import { connect } from '@heed/client/connect';
import '@heed/elements/define/nps';

connect();
