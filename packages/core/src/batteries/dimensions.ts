import type { ServiceDimension } from './battery.ts';

/** The five dimensions of service quality, with the names and numbers of statements published in 1988. */
export const dimensions: readonly ServiceDimension[] = [
  {
    name: 'tangibles',
    label: 'Tangibles',
    description: 'What meets the eye: rooms and pages, tools, people, letters',
    statements: ['equipment', 'surroundings', 'appearance', 'materials'],
  },
  {
    name: 'reliability',
    label: 'Reliability',
    description: 'Doing what was agreed, correctly and on time',
    statements: ['promises', 'problems', 'first-time', 'schedule', 'records'],
  },
  {
    name: 'responsiveness',
    label: 'Responsiveness',
    description: 'Being there, quick and glad to help',
    statements: ['next-steps', 'speed', 'helpfulness', 'availability'],
  },
  {
    name: 'assurance',
    label: 'Assurance',
    description: 'Skilled and polite people in whose hands one feels safe',
    statements: ['trust', 'safety', 'courtesy', 'knowledge'],
  },
  {
    name: 'empathy',
    label: 'Empathy',
    description: 'Seeing the person in every customer',
    statements: ['attention', 'hours', 'listening', 'interests', 'situation'],
  },
];
