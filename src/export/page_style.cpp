#include "export/page_style.h"

namespace onrecord::exports {

// Text and its ground have a contrast of at least 4.5 everywhere, in both schemes. The three roles differ by colour
// (blue, orange, green stay apart for the colour-blind) and by form: bold, italic with a dashed line, tinted ground.
std::string_view page_style() {
  return R"css(
:root {
  color-scheme: light dark;
  --ground: #fbfaf8; --paper: #ffffff; --ink: #1c1e21; --quiet: #5c6066; --line: #dcdad5; --accent: #1c1e21;
  --source: #1a5fa3; --source-tint: #e2eefb;
  --cue: #a84300; --cue-tint: #fdeadb;
  --content: #16703f; --content-tint: #e4f4ea;
  --lit: #ffe69a; --lit-line: #8a6d00;
  --serif: Charter, "Bitstream Charter", "Source Serif 4", Cambria, Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #15171a; --paper: #1c1f23; --ink: #e6e4df; --quiet: #a3a7ad; --line: #363a40; --accent: #e6e4df;
    --source: #7fbcf5; --source-tint: #1b3048;
    --cue: #f5a05c; --cue-tint: #43280f;
    --content: #6fcf97; --content-tint: #17372a;
    --lit: #5c4a08; --lit-line: #e3c04a;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 4.5rem; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 var(--sans); }
a { color: inherit; }
:focus-visible { outline: 3px solid var(--source); outline-offset: 2px; border-radius: 3px; }
.bar {
  position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline;
  padding: .7rem max(1.25rem, calc((100% - 1240px) / 2 + 1.25rem)); background: var(--paper); border-bottom: 1px solid var(--line);
}
.bar h1 { margin: 0; font-size: 1rem; letter-spacing: .01em; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; margin: 0; padding: 0; list-style: none; font-size: .84rem; color: var(--quiet); }
.legend mark { color: var(--ink); margin-right: .3em; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .3rem .6rem; z-index: 3; }
.contents { max-width: 1240px; margin: 1.25rem auto 0; padding: 0 1.25rem; font-size: .92rem; }
.contents ol { columns: 2 22rem; margin: .3rem 0 0; padding-left: 1.6rem; }
.report { max-width: 1240px; margin: 0 auto; padding: 1.75rem 1.25rem 2.25rem; }
.report + .report { border-top: 1px solid var(--line); }
.imprint { margin: 0 0 .6rem; font-size: .84rem; color: var(--quiet); overflow-wrap: anywhere; }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 26rem); gap: 0 3rem; align-items: start; }
.text { font-family: var(--serif); font-size: 1.12rem; line-height: calc(1.62em + var(--deepest, 0) * 5px); overflow-wrap: anywhere; max-width: 44rem; }
.text p, .text h2, .text h3 { margin: 0 0 .85em; }
.text h2 { font-size: 1.65rem; line-height: calc(1.25em + var(--deepest, 0) * 5px); letter-spacing: -.01em; }
.text h3 { font-size: 1.12rem; margin-top: 1.4em; }
.text .byline, .text .caption, .text .credit, .text .boilerplate { font-family: var(--sans); font-size: .86rem; color: var(--quiet); }
.text .caption, .text .credit { border-left: 3px solid var(--line); padding-left: .8rem; }
.text .credit { font-style: italic; }
.text .boilerplate { font-size: .8rem; }
.text .dateline { font-family: var(--sans); font-size: .84em; color: var(--quiet); letter-spacing: .02em; }
.text .list, .text .table { white-space: pre-line; padding-left: 1.1rem; }
.text .bullet { position: relative; }
.text .bullet::before { content: "•"; position: absolute; left: .15rem; color: var(--quiet); }
.text .embed { white-space: pre-line; border: 1px solid var(--line); border-radius: 8px; padding: .6rem .9rem; font-family: var(--sans); font-size: .94rem; }
mark { background: none; color: inherit; padding: .05em 0 calc(.05em + var(--d, 0) * 5px); border-bottom: 2px solid; -webkit-box-decoration-break: clone; box-decoration-break: clone; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
mark.source { background: var(--source-tint); border-color: var(--source); font-weight: 650; }
mark.cue { background: var(--cue-tint); border-color: var(--cue); border-bottom-style: dashed; font-style: italic; font-weight: 650; }
mark.content { background: var(--content-tint); border-color: var(--content); }
mark.lit { background: var(--lit); border-color: var(--lit-line); }
.n { margin: 0 .12em 0 .1em; font: 600 .62rem/1 var(--sans); vertical-align: super; color: var(--quiet); text-decoration: none; user-select: none; -webkit-user-select: none; }
.n.cue { color: var(--cue); }
.n:hover { text-decoration: underline; }
.records { position: sticky; top: 3.9rem; max-height: calc(100vh - 4.6rem); overflow-y: auto; scrollbar-width: thin; padding: 2px 6px 2px 2px; }
.records h3, .actors h3 { margin: 0 0 .6rem; font-size: .78rem; font-weight: 650; letter-spacing: .07em; text-transform: uppercase; color: var(--quiet); }
.records ol { margin: 0; padding: 0; list-style: none; }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: .65rem .85rem .6rem; margin: 0 0 .6rem; font-size: .92rem; line-height: 1.42; }
.card.lit, .card:target { border-color: var(--lit-line); box-shadow: 0 0 0 2px var(--lit); }
.card p { margin: 0; }
.who { display: flex; flex-wrap: wrap; gap: 0 .45rem; align-items: baseline; }
.num { color: var(--quiet); font-size: .8rem; font-variant-numeric: tabular-nums; text-decoration: none; min-width: 1.1em; }
.num:hover { text-decoration: underline; }
.speaker { font-weight: 650; color: var(--source); }
.speaker.nobody { font-weight: 400; font-style: italic; color: var(--quiet); }
.office { color: var(--quiet); font-size: .86rem; }
.said { overflow-wrap: anywhere; }
.says { font-style: italic; font-weight: 600; color: var(--cue); }
.words { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 5; overflow: hidden; font-family: var(--serif); border-left: 3px solid var(--content); padding-left: .6rem; margin: .25rem 0 .1rem !important; }
.card:hover .words, .card:focus-within .words, .card.lit .words { -webkit-line-clamp: unset; }
.facts { display: flex; flex-wrap: wrap; gap: .1rem .35rem; margin-top: .35rem !important; font-size: .78rem; color: var(--quiet); }
.facts span { border: 1px solid var(--line); border-radius: 99px; padding: 0 .5em; }
.facts .no { color: var(--cue); border-color: var(--cue); font-weight: 600; }
.actors { margin-top: 1.6rem; overflow-x: auto; }
.actors table { border-collapse: collapse; width: 100%; font-size: .88rem; }
.actors th { text-align: left; font-weight: 600; color: var(--quiet); font-size: .78rem; }
.actors th, .actors td { padding: .3rem .9rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
.actors td.count { text-align: right; font-variant-numeric: tabular-nums; }
.none { color: var(--quiet); font-style: italic; }
.foot { max-width: 1240px; margin: 0 auto; padding: .75rem 1.25rem 2rem; color: var(--quiet); font-size: .8rem; }
@media (max-width: 60rem) {
  .columns { grid-template-columns: minmax(0, 1fr); }
  .text { max-width: none; }
  .bar { position: static; }
  .records { position: static; max-height: none; overflow: visible; padding: 0; margin-top: 1rem; }
}
@media (prefers-reduced-motion: no-preference) { mark, .card { transition: background-color .12s, border-color .12s, box-shadow .12s; } }
@media print {
  :root { --ground: #fff; --line: #bbb; font-size: 11.5px; }
  .bar { position: static; padding: 0 0 6pt; }
  .report { padding: 10pt 0; max-width: none; }
  .report + .report { break-before: page; border: 0; }
  .columns { grid-template-columns: minmax(0, 1.35fr) minmax(0, 1fr); gap: 0 16pt; }
  .records { position: static; max-height: none; overflow: visible; }
  .card { break-inside: avoid; padding: .4rem .6rem; }
  .words { -webkit-line-clamp: unset; }
  .contents, .skip { display: none; }
}
)css";
}

// Pointing at a mark or a card (or moving to it by keyboard) lights all that belongs to the statement, and brings its
// card into view; a page of several reports gets a table of contents. Without it the raised numbers are links.
std::string_view page_script() {
  return R"js(
(function () {
  'use strict';
  var lit = [];
  function dim() { lit.forEach(function (e) { e.classList.remove('lit'); }); lit = []; }
  function light(event) {
    var at = event.target.closest ? event.target.closest('[data-s]') : null;
    dim();
    if (!at) return;
    var report = at.closest('.report');
    lit = Array.prototype.slice.call(report.querySelectorAll('[data-s="' + at.dataset.s + '"]'));
    lit.forEach(function (e) { e.classList.add('lit'); });
    var list = report.querySelector('.records'), card = report.querySelector('.card.lit');
    if (!card || at === card || list.scrollHeight <= list.clientHeight) return;
    var room = list.getBoundingClientRect(), box = card.getBoundingClientRect();
    if (box.top < room.top) list.scrollTop += box.top - room.top - 8;
    else if (box.bottom > room.bottom) list.scrollTop += box.bottom - room.bottom + 8;
  }
  document.addEventListener('mouseover', light);
  document.addEventListener('focusin', light);
  var reports = document.querySelectorAll('.report');
  if (reports.length < 2) return;
  var nav = document.createElement('nav'), ol = document.createElement('ol');
  nav.className = 'contents';
  nav.setAttribute('aria-label', 'Reports');
  reports.forEach(function (report) {
    var li = document.createElement('li'), a = document.createElement('a');
    a.href = '#' + report.id;
    a.textContent = report.getAttribute('aria-label');
    li.appendChild(a);
    ol.appendChild(li);
  });
  nav.appendChild(ol);
  document.querySelector('main').before(nav);
})();
)js";
}

}  // namespace onrecord::exports
