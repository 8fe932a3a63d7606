/** A string that survives reloads. Reads `undefined` if the browser blocks storage. */
export interface StoredValue {
  read(): string | undefined;
  write(text: string): void;
  remove(): void;
}

/** @param storage `sessionStorage` keeps the value until the tab is closed. Defaults to `localStorage`. */
export function createStoredValue(
  name: string,
  storage: 'localStorage' | 'sessionStorage' = 'localStorage',
): StoredValue {
  const key = `northwind-${name}`;
  return {
    read: () => ignoreErrors(() => window[storage].getItem(key) ?? undefined),
    write: (text) => ignoreErrors(() => window[storage].setItem(key, text)),
    remove: () => ignoreErrors(() => window[storage].removeItem(key)),
  };
}

function ignoreErrors<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
