import '@heed/elements/define/nps';
import 'heed';
