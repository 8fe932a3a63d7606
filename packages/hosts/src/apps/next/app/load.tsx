'use client';

import { useEffect } from 'react';

/** Loads the elements of the page after hydration. */
export function Load(): null {
  useEffect(() => void import('heed'), []);
  return null;
}
