/** A text kept over reloads. A browser that keeps nothing costs the choice, not the page. */
export interface Kept {
  read(): string | undefined;
  write(text: string): void;
  forget(): void;
}

/** @param storage on the device, or for the life of the tab */
export function keep(name: string, storage: 'localStorage' | 'sessionStorage' = 'localStorage'): Kept {
  const key = `northwind-${name}`;
  return {
    read: () => attempt(() => window[storage].getItem(key) ?? undefined),
    write: (text) => attempt(() => window[storage].setItem(key, text)),
    forget: () => attempt(() => window[storage].removeItem(key)),
  };
}

function attempt<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
