/** The complete script of a page with a survey. */
import 'heed';
