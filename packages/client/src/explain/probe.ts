/** Finds out why no reply could be read: a `fetch` that rejects does not say it. */
import type { Cause } from './causes.ts';

interface Finding {
  cause: Cause;
  /** Names of headers that the preflight does not allow. */
  refused?: readonly string[];
}

const LIMIT_MS = 10_000;
/** The event of a content security policy may follow the rejection. */
const POLICY_MS = 500;
/** In place of the value of a header, but for the type that all records have. */
const VALUES: Readonly<Record<string, string>> = { 'content-type': 'application/json' };

/** By address: one look in a page's life, so that an endpoint that is down is not asked again with each retry. */
const findings = new Map<string, Promise<Finding>>();

/** @param headers names of those for which a browser asks a preflight */
export function probe(url: URL, headers: readonly string[]): Promise<Finding> {
  // A query may differ with each attempt.
  const address = url.origin + url.pathname;
  const finding = findings.get(address) ?? look(url, headers);
  findings.set(address, finding);
  return finding;
}

async function look(url: URL, headers: readonly string[]): Promise<Finding> {
  const isCross = url.origin !== self.origin;
  const policy = watchPolicy(url);
  const isThere = await isAnswered(url, { mode: isCross ? 'no-cors' : 'same-origin' });
  if (!isThere && (await policy.isBlocking())) return { cause: 'policy' };
  if (!isThere) return { cause: isCross ? 'unreachable' : 'unreachableHere' };
  if (isCross && !(await isAnswered(url))) return { cause: 'cors' };
  const refused = isCross ? await findRefused(url, headers) : [];
  return refused.length > 0 ? { cause: 'corsHeaders', refused } : { cause: 'brokenOff' };
}

/** Each by itself: an endpoint allows some of them. */
async function findRefused(url: URL, names: readonly string[]): Promise<string[]> {
  const answers = await Promise.all(
    names.map((name) => isAnswered(url, { headers: { [name]: VALUES[name] ?? 'heed' } })),
  );
  return names.filter((_, index) => !answers[index]);
}

/**
 * Asks without the record, without cookies and without the value of a header. By HEAD, for which a server does nothing
 * but answer: https://httpwg.org/specs/rfc9110.html#safe.methods
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

/** Listens for a request to this origin that the page's content security policy blocks. */
function watchPolicy({ origin }: URL): { isBlocking(): Promise<boolean> } {
  let isBlocked = false;
  const hear = ({ blockedURI, disposition, effectiveDirective }: SecurityPolicyViolationEvent): void => {
    isBlocked ||=
      disposition === 'enforce' && effectiveDirective === 'connect-src' && blockedURI.startsWith(origin);
  };
  // A worker has no document.
  globalThis.document?.addEventListener('securitypolicyviolation', hear);
  return {
    async isBlocking() {
      if (!isBlocked) await new Promise((resolve) => setTimeout(resolve, POLICY_MS));
      globalThis.document?.removeEventListener('securitypolicyviolation', hear);
      return isBlocked;
    },
  };
}
