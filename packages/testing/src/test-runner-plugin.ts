/** The members of a @web/test-runner plugin that the servers for tests use. */
export interface TestRunnerPlugin {
  name: string;
  serverStart(): Promise<void>;
  serverStop(): Promise<void>;
  serve(context: { path: string }): { body: string; type: string } | undefined;
}
