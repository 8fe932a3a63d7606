/** All that a team's page needs. */
import 'heed';
