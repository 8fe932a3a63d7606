/** The elements as components of Vue 3: `import { HeedNps } from 'heed/vue'`. */
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
} from '@heed/elements/vue';
export type { HeedComponent, HeedProps } from '@heed/elements/vue';
