/** Props that an example renders on the server and hydrates in the browser. */
import type { StandaloneProps, DetailsProps, FormProps } from './app.ts';

export const FORM: FormProps = {
  start: { recommend: 0, satisfaction: 4, why: 'Slow' },
  disabled: false,
  onSend: () => {},
};

export const DETAILS: DetailsProps = {
  start: { reasons: ['missing'], service: { help: 5 }, contact: true },
  options: { price: 'It costs too much', missing: 'Something is missing' },
};

export const QUESTION: StandaloneProps = { customer: 'Ada', onRecord: () => {} };

export const CHOICES = { recommend: null, reasons: ['missing'] };
