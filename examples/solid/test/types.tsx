/** JSX of Solid that must compile, and JSX that must not. */
import '@heed/elements/solid';
import type { HeedNps } from '@heed/elements';
import type { JSX } from 'solid-js';

const focus = (nps: HeedNps): void => nps.focus();

export const right = (): JSX.Element => [
  <heed-nps ref={focus} name="recommend" value={null} required call-back follow-up-detractor="Why?" />,
  <heed-nps name="recommend" defaultValue={7} class="wide" lang="de" prop:callBack={false} />,
  <heed-nps onChange={(event) => event.currentTarget.value?.toFixed()} />,
  <heed-nps survey="checkout" on:heed-submit={(event) => event.respondWith({ state: 'sent' })} />,
  <heed-nps survey="checkout" on:heed-sent={({ detail }) => detail.record.id.trim()} />,
  <heed-nps prop:respondent={{ id: 'u-42' }} prop:strings={{ send: 'Go' }} attr:endpoint="/feedback" />,
  <heed-csat display="faces" max={undefined} disabled={false} />,
  <heed-text type="email" minlength={3} value="ada@example.com" />,
];

export const wrong = (): JSX.Element => [
  // @ts-expect-error Unknown attribute.
  <heed-nps steps={11} />,
  // @ts-expect-error A score is a number.
  <heed-nps prop:value="9" />,
  // @ts-expect-error Unknown display.
  <heed-csat attr:display="hearts" />,
  // @ts-expect-error Unknown member of the record.
  <heed-nps on:heed-submit={(event) => event.detail.score} />,
  // @ts-expect-error Unknown member of the respondent.
  <heed-nps prop:respondent={{ name: 'Ada' }} />,
  // @ts-expect-error Unknown element.
  <heed-stars />,
];
