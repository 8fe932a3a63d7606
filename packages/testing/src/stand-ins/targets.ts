/** All stand-ins by the name of their target. */
import { appsScript } from './apps-script.ts';
import { formBackEnd } from './form-back-end.ts';
import { ownServer } from './own-server.ts';
import { postgrest } from './postgrest.ts';
import { relay } from './relay.ts';
import { segment } from './segment.ts';
import { slack } from './slack.ts';
import type { Target } from './stand-in.ts';
import { zendesk } from './zendesk.ts';

export const targets = {
  ownServer,
  relay,
  slack,
  formBackEnd,
  zendesk,
  appsScript,
  segment,
  postgrest,
} satisfies Record<string, Target>;

export type TargetName = keyof typeof targets;
