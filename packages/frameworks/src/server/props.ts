/** What both a server and a browser give to the forms. */
import type { AloneProps, DetailsProps, FormProps } from '../app.ts';

export const FORM: FormProps = {
  start: { recommend: 0, satisfaction: 4, why: 'Slow' },
  disabled: false,
  onSend: () => {},
};

export const DETAILS: DetailsProps = {
  start: { reasons: ['missing'], service: { help: 5 }, contact: true },
  options: { price: 'It costs too much', missing: 'Something is missing' },
};

export const QUESTION: AloneProps = { customer: 'Ada', onRecord: () => {} };

export const LISTS = { recommend: null, reasons: ['missing'] };
