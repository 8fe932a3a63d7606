import 'heed';
import './page.ts';
