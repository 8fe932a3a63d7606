/** Finds out why no response could be read: the rejection of `fetch` does not say. */
import type { Cause } from './causes.ts';

interface Finding {
  cause: Cause;
  /** Names of headers that the preflight does not allow. */
  refused?: readonly string[];
}

const LIMIT_MS = 10_000;
/** The violation event of a content security policy may follow the rejection. */
const POLICY_MS = 500;
/** Values to send instead of a header's own, except for the content type, which all records share. */
const VALUES: Readonly<Record<string, string>> = { 'content-type': 'application/json' };

/** One probe for each address in the life of a page, so that an endpoint that is down is not probed with each retry. */
const findings = new Map<string, Promise<Finding>>();

/** @param headers names of the headers that require a preflight */
export function probe(url: URL, headers: readonly string[]): Promise<Finding> {
  // A query may differ with each attempt.
  const address = url.origin + url.pathname;
  const finding = findings.get(address) ?? findOut(url, headers);
  findings.set(address, finding);
  return finding;
}

async function findOut(url: URL, headers: readonly string[]): Promise<Finding> {
  const isCross = url.origin !== self.origin;
  const policy = watchPolicy(url);
  const isThere = await isAnswered(url, { mode: isCross ? 'no-cors' : 'same-origin' });
  if (!isThere && (await policy.isBlocking())) return { cause: 'policy' };
  if (!isThere) return { cause: isCross ? 'unreachable' : 'unreachableHere' };
  if (isCross && !(await isAnswered(url))) return { cause: 'cors' };
  const refused = isCross ? await findRefused(url, headers) : [];
  return refused.length > 0 ? { cause: 'corsHeaders', refused } : { cause: 'brokenOff' };
}

/** Returns the headers that the endpoint does not allow. Each is sent in its own request, because some may be allowed. */
async function findRefused(url: URL, names: readonly string[]): Promise<string[]> {
  const answers = await Promise.all(
    names.map((name) => isAnswered(url, { headers: { [name]: VALUES[name] ?? 'heed' } })),
  );
  return names.filter((_, index) => !answers[index]);
}

/**
 * Returns whether a request gets a response. Sends no record, no cookies and no header value, and uses HEAD, which must
 * not change anything on a server: https://httpwg.org/specs/rfc9110.html#safe.methods
 */
async function isAnswered(url: URL, init?: RequestInit): Promise<boolean> {
  const signal = AbortSignal.timeout(LIMIT_MS);
  try {
    await fetch(url, { method: 'HEAD', credentials: 'omit', cache: 'no-store', signal, ...init });
    return true;
  } catch {
    return false;
  }
}

/** Listens for requests to this origin that the page's content security policy blocks. */
function watchPolicy({ origin }: URL): { isBlocking(): Promise<boolean> } {
  let isBlocked = false;
  const onViolation = ({
    blockedURI,
    disposition,
    effectiveDirective,
  }: SecurityPolicyViolationEvent): void => {
    isBlocked ||=
      disposition === 'enforce' && effectiveDirective === 'connect-src' && blockedURI.startsWith(origin);
  };
  // A worker has no document.
  globalThis.document?.addEventListener('securitypolicyviolation', onViolation);
  return {
    async isBlocking() {
      if (!isBlocked) await new Promise((resolve) => setTimeout(resolve, POLICY_MS));
      globalThis.document?.removeEventListener('securitypolicyviolation', onViolation);
      return isBlocked;
    },
  };
}
