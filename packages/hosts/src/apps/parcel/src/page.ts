import type { HeedCsat, HeedNps } from 'heed';

const nps = document.querySelector<HeedNps>('heed-nps')!;
const csat = document.querySelector<HeedCsat>('heed-csat')!;
const form = document.querySelector('form')!;

const write = (id: string, text: string): void => {
  document.getElementById(id)!.textContent = text;
};

nps.respondent = { id: 'u-42' };
const events: string[] = [];
const note = ({ type }: Event): void => {
  events.push(type);
  write('events', events.join(' '));
};
nps.addEventListener('heed-submit', note);
nps.addEventListener('heed-sent', note);

csat.addEventListener('change', () => write('value', String(csat.value)));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  write('data', JSON.stringify(Object.fromEntries(new FormData(form))));
});
form.addEventListener('reset', () => write('value', ''));
