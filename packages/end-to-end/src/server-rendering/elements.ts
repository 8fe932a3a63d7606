/** Every element, for the server and the page. */
import '@heed/elements/define/attachment';
import '@heed/elements/define/ces';
import '@heed/elements/define/choice';
import '@heed/elements/define/complaint';
import '@heed/elements/define/consent';
import '@heed/elements/define/csat';
import '@heed/elements/define/launcher';
import '@heed/elements/define/matrix';
import '@heed/elements/define/nps';
import '@heed/elements/define/prompt';
import '@heed/elements/define/survey';
import '@heed/elements/define/text';
