/** What compiles, and what must not, in JSX of React. */
import '@heed/elements/react';
import type { HeedNps } from '@heed/elements';
import { createRef } from 'react';

const nps = createRef<HeedNps>();

export const right = [
  <heed-nps ref={nps} name="recommend" value={null} required call-back follow-up-detractor="Why?" />,
  <heed-nps name="recommend" defaultValue={7} className="wide" lang="de" key="2" />,
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
  // @ts-expect-error There is no such attribute.
  <heed-nps steps={11} />,
  // @ts-expect-error Before the element is registered React would write this as an attribute that means nothing.
  <heed-nps callBack />,
  // @ts-expect-error A score is a number.
  <heed-nps value="9" />,
  // @ts-expect-error There is no such way to draw a scale.
  <heed-csat display="hearts" />,
  // @ts-expect-error React listens to the name after "on" as it is written.
  <heed-nps onHeedSubmit={() => {}} />,
  // @ts-expect-error The record has no such member.
  <heed-nps onheed-submit={(event) => event.detail.score} />,
  // @ts-expect-error The event is another one.
  <heed-nps onheed-submit={(event: MouseEvent) => event.clientX} />,
  // @ts-expect-error A person has no such member.
  <heed-nps respondent={{ name: 'Ada' }} />,
  // @ts-expect-error A text has a text for its value.
  <heed-text value={9} />,
  // @ts-expect-error There is no such element.
  <heed-stars />,
];
