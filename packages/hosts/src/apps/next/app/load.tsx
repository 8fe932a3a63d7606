'use client';

import { useEffect } from 'react';

/** Loads the elements of the page once React has taken over. */
export function Load(): null {
  useEffect(() => void import('heed'), []);
  return null;
}
