"use strict";
// Every page works without this file; with it some things go faster. What needs it bears the class `scripts`.
document.documentElement.classList.add("scripted");
/** What is done to a page when it is there, and to a part of one that was exchanged. */
const improvements = [];
