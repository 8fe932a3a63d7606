/** The elements without a client: the pages themselves answer, nothing is sent. */
import '@heed/elements/define/attachment';
import '@heed/elements/define/ces';
import '@heed/elements/define/complaint';
import '@heed/elements/define/csat';
import '@heed/elements/define/launcher';
import '@heed/elements/define/matrix';
import '@heed/elements/define/nps';
import '@heed/elements/define/prompt';
import '@heed/elements/define/survey';
