/**
 * What Heed writes into the elements of the page is marked there. An object would not do: a copy of an element, markup
 * that is parsed again, and a framework that morphs the page know nothing of it.
 */

/** On what a survey has hidden. The value is the inline `display` of the page. */
export const HIDDEN = 'data-heed-hidden';
/** On an element in whose texts or attributes answers are repeated. The value is what the page wrote there. */
export const RECALLED = 'data-heed-recalled';
/** On elements that are made from JSON or from a `<template>`. */
export const MADE = 'data-heed-made';
/** On a survey. The value lists the attributes that come from its JSON. */
export const SET = 'data-heed-set';
