/** The elements as components of Preact: `import { HeedNps } from 'heed/preact'`. */
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
} from '@heed/elements/preact';
export type { HeedComponent, HeedProps } from '@heed/elements/preact';
