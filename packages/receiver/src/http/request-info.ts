/** Facts about a request that only the server knows. */
export interface RequestInfo {
  /** IP address of the client, for the rate limit. Requests without an address are not limited. */
  address?: string | undefined;
}
