/** The demo: a shop that asks for feedback, a panel with the queue of this device, and a dashboard. */
import { startDevice } from '../device/device.ts';
import { startPrompts } from '../device/prompts.ts';
import { Dashboard } from '../dashboard/dashboard.ts';
import { changes, feedback } from './feedback.ts';
import { followLanguage } from '../localization/language.ts';
import { startOrder } from './order.ts';
import { startPanes } from './panes.ts';
import { startTheme } from './theme.ts';
import { startViews } from './views.ts';

const host = document.querySelector<HTMLElement>('.dashboard');
if (host && feedback) {
  startTheme();
  const dashboard = new Dashboard(host, startPanes());
  dashboard.start();
  startViews();
  startOrder();
  startPrompts();
  const renderDevice = startDevice(feedback, changes);
  void followLanguage((strings) => {
    dashboard.localize(strings);
    renderDevice(strings);
  });
}
