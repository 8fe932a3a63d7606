/** JSX of Preact that must compile, and JSX that must not. */
import '@heed/elements/preact';
import type { HeedNps } from '@heed/elements';
import { createRef } from 'preact';

const nps = createRef<HeedNps>();

export const right = [
  <heed-nps ref={nps} name="recommend" value="" required call-back follow-up-detractor="Why?" />,
  <heed-nps name="recommend" defaultValue={7} class="wide" lang="de" key="2" />,
  <heed-nps name="recommend" onChange={(event) => event.currentTarget.value?.toFixed()} />,
  <heed-nps survey="checkout" onheed-submit={(event) => event.respondWith({ state: 'sent' })} />,
  <heed-nps survey="checkout" onheed-sent={({ detail }) => detail.record.id.trim()} />,
  <heed-nps respondent={{ id: 'u-42' }} strings={{ send: 'Go' }} />,
  <heed-csat display="faces" max={undefined} disabled={false} />,
  <heed-text type="email" minlength={3} value="ada@example.com" />,
  <heed-complaint survey="complaints" no-draft={false}>
    <h2 slot="question">What went wrong?</h2>
  </heed-complaint>,
];

export const wrong = [
  // @ts-expect-error Unknown attribute.
  <heed-nps steps={11} />,
  // @ts-expect-error Before the element is registered, Preact would set an attribute without effect.
  <heed-nps callBack />,
  // @ts-expect-error A score is a number.
  <heed-nps value="9" />,
  // @ts-expect-error Preact would not change the value.
  <heed-nps value={null} />,
  // @ts-expect-error Unknown display.
  <heed-csat display="hearts" />,
  // @ts-expect-error Preact does not change the case of the name after "on".
  <heed-nps onHeedSubmit={() => {}} />,
  // @ts-expect-error Unknown member of the record.
  <heed-nps onheed-submit={(event) => event.detail.score} />,
  // @ts-expect-error Wrong event type.
  <heed-nps onheed-submit={(event: MouseEvent) => event.clientX} />,
  // @ts-expect-error Unknown member of the respondent.
  <heed-nps respondent={{ name: 'Ada' }} />,
  // @ts-expect-error The value of a text question is a string.
  <heed-text value={9} />,
  // @ts-expect-error Unknown element.
  <heed-stars />,
];
