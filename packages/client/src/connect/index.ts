/** Connects the elements of a page to clients. Importing it has no side effects. */
export { connect, type Connection, type ConnectOptions } from './connect.ts';
