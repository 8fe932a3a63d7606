import 'heed';
