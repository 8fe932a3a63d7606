/** The demo: a shop that asks at its moments of truth, what this device keeps, and the team's view. */
import { startDevice } from '../device/device.ts';
import { startPrompts } from '../device/prompts.ts';
import { Team } from '../team/team.ts';
import { changes, feedback } from './feedback.ts';
import { followLanguage } from './language.ts';
import { startOrder } from './order.ts';
import { startPanes } from './panes.ts';
import { startTheme } from './theme.ts';
import { startViews } from './views.ts';

const place = document.querySelector<HTMLElement>('.team');
if (place && feedback) {
  startTheme();
  const team = new Team(place, startPanes());
  team.start();
  startViews();
  startOrder();
  startPrompts();
  const drawDevice = startDevice(feedback, changes);
  void followLanguage((words) => {
    team.speak(words);
    drawDevice(words);
  });
}
