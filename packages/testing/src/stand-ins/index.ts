/** Stand-ins for the endpoints of the recipes. A browser uses `./remote.ts`. */
export { CONTROL_PATH, standInsPlugin } from './plugin.ts';
