/** A W3C WebDriver session over `fetch`, limited to the commands for WebKitGTK. */

const replyLimitMs = 15_000;

/** One browser window under automation. */
export interface WebDriverSession {
  /** Runs the body of a function in the page and returns its result. */
  evaluate<Result>(script: string): Promise<Result>;
  get<Result>(path: string): Promise<Result>;
  post(path: string, body?: unknown): Promise<unknown>;
  delete(path: string): Promise<unknown>;
  /** Ends the session, which closes the window. */
  close(): Promise<unknown>;
}

/** Waits for a driver, for example `http://127.0.0.1:4444`, and opens a session. */
export async function openSession(driverUrl: string, capabilities: object): Promise<WebDriverSession> {
  await waitUntilReady(driverUrl);
  const body = { capabilities: { alwaysMatch: capabilities } };
  const { sessionId } = await request<{ sessionId: string }>(`${driverUrl}/session`, 'POST', body);
  const url = `${driverUrl}/session/${sessionId}`;
  return {
    evaluate: (script) => request(`${url}/execute/sync`, 'POST', { script, args: [] }),
    get: (path) => request(url + path, 'GET'),
    post: (path, payload = {}) => request(url + path, 'POST', payload),
    delete: (path) => request(url + path, 'DELETE'),
    close: () => request(url, 'DELETE'),
  };
}

async function request<Result>(url: string, method: string, body?: unknown): Promise<Result> {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json' },
    signal: AbortSignal.timeout(replyLimitMs),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as { value: { error?: string; message?: string } | null };
  if (value?.error) throw new Error(`WebDriver ${method} ${url}: ${value.error}: ${value.message}`);
  return value as Result;
}

async function waitUntilReady(driverUrl: string): Promise<void> {
  const deadline = Date.now() + replyLimitMs;
  while (!(await fetch(`${driverUrl}/status`).catch(() => undefined))) {
    if (Date.now() > deadline) throw new Error(`WebDriver did not respond at ${driverUrl}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
