/** The elements without a client: the pages themselves answer, nothing is sent. */
import '@heed/elements/define/ces';
import '@heed/elements/define/complaint';
import '@heed/elements/define/csat';
import '@heed/elements/define/nps';
