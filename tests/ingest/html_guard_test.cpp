#include "ingest/html_guard.h"

#include <rapidcheck.h>

#include <algorithm>

#include "ingest/dom.h"
#include "ingest/helpers.h"

namespace onrecord::ingest {
namespace {

constexpr uint32_t kDepth = 1000;

std::string repeated(std::string_view unit, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += unit;
  return out;
}

bool fits(std::string_view page) {
  return check_html(page, kDepth, "test").has_value();
}

TEST_CASE("Pages of real depth pass") {
  CHECK(fits(repeated("<div>", 500) + "x" + repeated("</div>", 500)));
  CHECK(fits(repeated("<p>One paragraph after the other, none closed", 20000)));
  CHECK(fits(repeated("<ul><li>One<li>Two</ul>", 20000)));
  CHECK(fits(repeated("<table><tr><td>a<td>b<tr><td>c</table>", 20000)));
  CHECK(fits(repeated("<p><b>Bold, never closed</p>", 5000)));
  CHECK(fits(repeated("<b><p>closed in the wrong order</b></p>", 5000)));
  CHECK(fits("<script>" + repeated("if (a<b && c<div) '<div>'", 5000) + "</script><p>x"));
  CHECK(fits("<!--" + repeated("<div>", 5000) + "--><p>x"));
  CHECK(fits("<p title='" + repeated("<div>", 5000) + "'>x"));
}

TEST_CASE("Nesting beyond the budget is refused") {
  for (const char* const unit :
       {"<div>", "<span>", "<ul><li>", "<blockquote><li>", "<b><i>", "<table><tr><td>", "<svg>", "<rt>",
        "<x><div></x></div>", "<div><table><td></div>", "<p><svg><foreignObject></p>", "<font><nobr>",
        "<form><div></form>", "<frameset>", "<template><td>"}) {
    CAPTURE(unit);
    CHECK_FALSE(fits(repeated(unit, 5000)));
  }
  const auto result = check_html(repeated("<div>", 5000), kDepth, "deep.html");
  REQUIRE_FALSE(result.has_value());
  CHECK(result.error().code == Code::kInputTooDeep);
  CHECK(result.error().input == "deep.html");
}

TEST_CASE("Pages that make a parser slow are refused") {
  std::string attributes = "<p";
  std::string fonts;
  for (int i = 0; i < 20000; ++i) {
    attributes += " a" + std::to_string(i);
    fonts += "<p><font size=" + std::to_string(i) + ">x";
  }
  CHECK_FALSE(fits(attributes + ">"));
  CHECK_FALSE(fits(fonts));
  CHECK_FALSE(fits(repeated("<div>", 990) + repeated("<p>x", 100000)));
}

TEST_CASE("A page that passes unfolds to no tree much deeper than the budget, whatever its tags") {
  static const std::vector<std::string> kTags = {"a",
                                                 "b",
                                                 "font",
                                                 "nobr",
                                                 "div",
                                                 "p",
                                                 "li",
                                                 "ul",
                                                 "dd",
                                                 "dl",
                                                 "table",
                                                 "tr",
                                                 "td",
                                                 "caption",
                                                 "select",
                                                 "option",
                                                 "svg",
                                                 "math",
                                                 "foreignObject",
                                                 "mi",
                                                 "title",
                                                 "desc",
                                                 "button",
                                                 "form",
                                                 "object",
                                                 "template",
                                                 "h1",
                                                 "span",
                                                 "ruby",
                                                 "rt",
                                                 "frameset",
                                                 "body",
                                                 "html",
                                                 "head",
                                                 "noscript",
                                                 "applet",
                                                 "pre",
                                                 "image",
                                                 "colgroup",
                                                 "main",
                                                 "iframe",
                                                 "script",
                                                 "em",
                                                 "br",
                                                 "details",
                                                 "annotation-xml",
                                                 "x-y",
                                                 "style",
                                                 "textarea",
                                                 "center"};
  const bool ok = rc::check("depth of any page", [] {
    const auto pick = [] {
      const auto& tag = *rc::gen::elementOf(kTags);
      switch (*rc::gen::inRange(0, 8)) {
        case 0:
          return std::string("x");
        case 1:
        case 2:
          return "</" + tag + ">";
        case 3:
          return "<" + tag + " a=1>";
        case 4:
          return "<" + tag + "/>";
        default:
          return "<" + tag + ">";
      }
    };
    std::string before;
    std::string unit;
    for (int i = *rc::gen::inRange(0, 4); i > 0; --i) before += pick();
    for (int i = *rc::gen::inRange(1, 7); i > 0; --i) unit += pick();
    const std::string page = before + repeated(unit, 3000);
    const auto dom = Dom::parse(page, kDepth, 256 << 20, "test");
    if (!dom) return;
    std::vector<uint32_t> depth(dom->size(), 0);
    for (uint32_t i = 1; i < dom->size(); ++i) depth[i] = depth[(*dom)[i].parent] + 1;
    RC_ASSERT(*std::max_element(depth.begin(), depth.end()) < 2 * kDepth + 10);
  });
  CHECK(ok);
}

TEST_CASE("The tree is in the order of the page") {
  const std::string page = "<p class=a>One <b>two</b><!-- no --></p><p hidden>Three &amp; four";
  const auto dom = Dom::parse(page, kDepth, 1 << 20, "test");
  REQUIRE(dom);
  std::string texts;
  for (uint32_t i = 0; i < dom->size(); ++i) {
    const Node& node = (*dom)[i];
    CHECK(node.end > i);
    CHECK(node.end <= dom->nodes()[node.parent].end);
    if (node.is_text()) texts += std::string(node.text) + "|";
    if (node.tag == "p") CHECK((dom->attribute(i, "class") == "a") != dom->has_attribute(i, "hidden"));
    if (node.text == "two") {
      CHECK(node.source.in(page) == "two");
      CHECK((*dom)[dom->enclosing(i, "p")].tag == "p");
      CHECK(dom->enclosing(i, "table") == Dom::kNone);
    }
  }
  CHECK(texts == "One |two|Three & four|");
}

TEST_CASE("A page that unfolds beyond the budget of memory is refused") {
  const auto dom = Dom::parse(repeated("<p>x", 10000), kDepth, 100'000, "test");
  REQUIRE_FALSE(dom);
  CHECK(dom.error().code == Code::kInputTooDeep);
}

TEST_CASE("Text and pages are told apart") {
  CHECK(looks_like_html("<!doctype html><title>x</title>"));
  CHECK(looks_like_html("\n<!-- saved -->\n<html lang=en>"));
  CHECK(looks_like_html("<p>One</p><p>Two</p>"));
  CHECK_FALSE(looks_like_html("The <br> tag is a line break, she said."));
  CHECK_FALSE(looks_like_html("2 < 3 and 5 > 4"));
  CHECK_FALSE(looks_like_html("Pier closed\n\nBy Jane Doe"));
}

}  // namespace
}  // namespace onrecord::ingest
