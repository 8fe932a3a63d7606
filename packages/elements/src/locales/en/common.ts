import type { AgreementStrings, CommonStrings, ScaleStrings, StepStrings } from '../strings.ts';

export const commonEnglish: CommonStrings = {
  send: 'Send',
  sending: 'Sending…',
  optional: 'optional',
  required: 'Please choose an answer.',
  invalid: 'This answer is not on the scale.',
  sentTitle: 'Thank you',
  sentText: 'We have received your answer.',
  storedTitle: 'Saved on this device',
  storedText: 'We will send it as soon as you are connected; you can close this page.',
  storedOnlineText: 'We could not reach the server and will try again; you can close this page.',
  memoryTitle: 'Not sent yet',
  memoryText: 'Please keep this page open. We will send it as soon as you are connected.',
  memoryOnlineText: 'Please keep this page open. We could not reach the server and will try again.',
  refusedTitle: 'This could not be sent',
  refusedText: 'What you entered is still here. Please try again later.',
};

export const scaleEnglish: CommonStrings & ScaleStrings = {
  ...commonEnglish,
  step: '{value} of {max}',
  stepEnd: '{value} of {max}, {label}',
};

export const agreementEnglish: AgreementStrings = {
  disagree: 'Strongly disagree',
  agree: 'Strongly agree',
};

export const stepEnglish: StepStrings = {
  back: 'Back',
  next: 'Next',
  stepOf: 'Step {value} of {max}',
};
