import type { BatteryForm } from './battery.ts';

/** Expectations of an excellent service. The texts are Heed's own, because the published items are under copyright. */
export const expectations: BatteryForm = {
  question:
    'Think of a service of this kind that you would call excellent. How far do you agree with these statements?',
  low: 'Strongly disagree',
  high: 'Strongly agree',
  statements: [
    { name: 'equipment', text: 'An excellent service works with up-to-date tools and technology.' },
    { name: 'surroundings', text: 'The rooms or pages of an excellent service are inviting.' },
    { name: 'appearance', text: 'The staff of an excellent service make a well-groomed impression.' },
    {
      name: 'materials',
      text: 'Letters, forms and messages of an excellent service are clear and well made.',
    },
    { name: 'promises', text: 'Customers can count on the word of an excellent service.' },
    {
      name: 'problems',
      text: 'When something goes wrong, an excellent service takes it seriously and puts it right.',
    },
    { name: 'first-time', text: 'An excellent service needs only one attempt to get things right.' },
    { name: 'schedule', text: 'An excellent service delivers on schedule.' },
    { name: 'records', text: 'Bills, bookings and customer data are correct at an excellent service.' },
    {
      name: 'next-steps',
      text: 'At an excellent service, customers always know what happens next and by when.',
    },
    { name: 'speed', text: 'An excellent service gets to work on a request without delay.' },
    { name: 'helpfulness', text: 'The staff of an excellent service are glad to lend a hand.' },
    {
      name: 'availability',
      text: 'The staff of an excellent service make time for a question, however full the day.',
    },
    { name: 'trust', text: 'The staff of an excellent service earn the trust of its customers.' },
    { name: 'safety', text: 'Money and personal data are in good hands at an excellent service.' },
    {
      name: 'courtesy',
      text: 'The staff of an excellent service stay friendly and respectful in every situation.',
    },
    {
      name: 'knowledge',
      text: 'The staff of an excellent service know their field well enough to give good advice.',
    },
    { name: 'attention', text: 'An excellent service treats its customers as people rather than numbers.' },
    { name: 'hours', text: 'An excellent service can be reached at times that suit its customers.' },
    { name: 'listening', text: 'The staff of an excellent service listen carefully to each customer.' },
    {
      name: 'interests',
      text: 'An excellent service recommends what is best for the customer, even if it earns less by it.',
    },
    { name: 'situation', text: 'An excellent service adapts to the situation that a customer is in.' },
  ],
};
