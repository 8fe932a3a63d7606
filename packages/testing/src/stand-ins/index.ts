/** Stand-ins for the endpoints of the recipes. Tests in a browser use `./remote.ts`. */
export { CONTROL_PATH, standInsPlugin } from './plugin.ts';
