'use client';
/** The elements as components of React 19: `import { HeedNps } from 'heed/react'`. */
export {
  HeedAttachment,
  HeedCes,
  HeedChoice,
  HeedComplaint,
  HeedConsent,
  HeedCsat,
  HeedLauncher,
  HeedMatrix,
  HeedNps,
  HeedPrompt,
  HeedSurvey,
  HeedText,
} from '@heed/elements/react';
export type { HeedComponent, HeedProps } from '@heed/elements/react';
