/**
 * Attributes that mark what Heed has written into elements of the page. A `WeakMap` would not survive a clone of an
 * element, markup that is parsed again, or a framework that morphs the page.
 */

/** On elements that a survey has hidden. The value is the page's inline `display`. */
export const HIDDEN = 'data-heed-hidden';
/** On elements that repeat answers in texts or attributes. The value is the page's own text. */
export const RECALLED = 'data-heed-recalled';
/** On elements that were created from JSON or a `<template>`. */
export const MADE = 'data-heed-made';
/** On a survey. The value lists the attributes that were set from its JSON. */
export const SET = 'data-heed-set';
