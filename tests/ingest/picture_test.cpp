#include "ingest/picture.h"

#include "ingest/helpers.h"

namespace onrecord::ingest {
namespace {

TEST_CASE("Credits name who made a picture and nothing else") {
  CHECK(is_credit("Image source, Reuters"));
  CHECK(is_credit("Photo: Jane Doe/Harbour Wire"));
  CHECK(is_credit("Getty Images"));
  CHECK(is_credit("Credit: AP"));
  CHECK_FALSE(is_credit("Photo: a boy carries bread through the flood"));
  CHECK_FALSE(is_credit("Image caption, Shops stayed shut"));
}

TEST_CASE("Captions begin with a label or end in a credit") {
  CHECK(is_caption("Image caption, Shops stayed shut"));
  CHECK(is_caption("Pictured: the mayor at the pier"));
  CHECK(is_caption("The mayor at the pier on Friday. Photograph: Jane Doe for the Courier"));
  CHECK(is_caption("The mayor at the pier   Credit: PA:Press Association"));
  CHECK(is_caption("The mayor at the pier on Friday (Jane Doe/HW)"));
  CHECK(is_caption("The mayor at the pier. (Photo HW)"));
  CHECK(is_caption("The mayor at the pier. Photo: Jane Doe/hdn"));
  CHECK_FALSE(is_caption("The picture that she painted of the party was bleak."));
  CHECK_FALSE(is_caption("He gave credit: the council had worked hard, and everyone knew it."));
}

TEST_CASE("A bare name after a sentence is a credit") {
  CHECK(ends_in_bare_credit("A guard counts sacks at the gate. Jane Doe"));
  CHECK(ends_in_bare_credit("The mayor at the pier. THE NORTHERN PRESS/Jane Doe"));
  CHECK_FALSE(ends_in_bare_credit("The mayor left at noon. He had seen enough of Kelmar."));
  CHECK_FALSE(ends_in_bare_credit("What we know so far"));
  CHECK_FALSE(ends_in_bare_credit("“Sell it. Nobody wants it.” ― Ilse Varga"));
  CHECK_FALSE(ends_in_bare_credit("\"Sell it. Nobody wants it.\" - Tomas P. Okonjo"));
}

}  // namespace
}  // namespace onrecord::ingest
