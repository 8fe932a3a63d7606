import '@heed/elements/define/nps';
