/** The page's source markup. The first element contains a form for users without scripts. */
const ELEMENTS = `
<heed-nps survey="shop" lang="de" follow-up="Warum?">
  <noscript slot="without-script"
    ><form action="/plain" method="post"><button name="score" value="9">Neun</button></form></noscript
  >
</heed-nps>
<heed-csat survey="shop" max="7" value="3"><span slot="question">How was <b>it</b>?</span></heed-csat>
<form><heed-csat name="faces" display="faces"></heed-csat></form>
<heed-ces survey="shop" lang="de"></heed-ces>
<heed-choice survey="shop" options="Ape, Bee, Cat, Dog, Elk" multiple max="2" shuffle other value="Bee"></heed-choice>
<heed-choice survey="shop" options="Ape, Bee" display="list" value="Bee" hint="One of two."></heed-choice>
<form><heed-consent name="contact" href="/privacy"></heed-consent></form>
<heed-text survey="shop" type="long" counter maxlength="200" value="Words"></heed-text>
<heed-complaint survey="shop" fields="category severity details happened-at contact consent"></heed-complaint>
<heed-complaint survey="steps" lang="de" wizard limits="usual"></heed-complaint>
<heed-attachment survey="shop" lang="de"></heed-attachment>
<heed-survey survey="visit" question="Your visit">
  <heed-nps name="recommend"></heed-nps>
  <heed-text name="why" show-if="recommend <= 6"></heed-text>
</heed-survey>
`;

/** @param nonce nonce of the page's style sheet */
export function renderMarkup(nonce: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Shop</title>
<style nonce="${nonce}">body { margin: 20px; display: grid; gap: 20px; }</style>
<script type="module" src="/page.js"></script></head>
<body>${ELEMENTS}</body></html>`;
}
