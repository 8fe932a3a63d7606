import type { BatteryForm } from './battery.ts';

/** Perceptions of this service. The texts are Heed's own, because the published items are under copyright. */
export const perceptions: BatteryForm = {
  question: 'Now think of this service. How far do you agree with these statements?',
  low: 'Strongly disagree',
  high: 'Strongly agree',
  statements: [
    { name: 'equipment', text: 'This service works with up-to-date tools and technology.' },
    { name: 'surroundings', text: 'The rooms or pages of this service are inviting.' },
    { name: 'appearance', text: 'The staff of this service make a well-groomed impression.' },
    { name: 'materials', text: 'Letters, forms and messages of this service are clear and well made.' },
    { name: 'promises', text: 'I can count on the word of this service.' },
    {
      name: 'problems',
      text: 'When something goes wrong, this service takes it seriously and puts it right.',
    },
    { name: 'first-time', text: 'This service needs only one attempt to get things right.' },
    { name: 'schedule', text: 'This service delivers on schedule.' },
    { name: 'records', text: 'My bills, bookings and data are correct at this service.' },
    { name: 'next-steps', text: 'At this service, I always know what happens next and by when.' },
    { name: 'speed', text: 'This service gets to work on my requests without delay.' },
    { name: 'helpfulness', text: 'The staff of this service are glad to lend a hand.' },
    {
      name: 'availability',
      text: 'The staff of this service make time for my questions, however full the day.',
    },
    { name: 'trust', text: 'The staff of this service have earned my trust.' },
    { name: 'safety', text: 'My money and my personal data are in good hands at this service.' },
    { name: 'courtesy', text: 'The staff of this service stay friendly and respectful in every situation.' },
    {
      name: 'knowledge',
      text: 'The staff of this service know their field well enough to give me good advice.',
    },
    { name: 'attention', text: 'This service treats me as a person rather than a number.' },
    { name: 'hours', text: 'This service can be reached at times that suit me.' },
    { name: 'listening', text: 'The staff of this service listen carefully to me.' },
    { name: 'interests', text: 'This service recommends what is best for me, even if it earns less by it.' },
    { name: 'situation', text: 'This service adapts to the situation that I am in.' },
  ],
};
