#pragma once
// Session over OpenVINO. Private to this folder.

#include <memory>
#include <openvino/openvino.hpp>

#include "encoder/network.h"

namespace onrecord::encoder {

// Numbers of classes and the like, from the manifest.
struct Sizes {
  size_t vector = 0, upos = 0, xpos = 0, lemma_scripts = 0, relations = 0;
  size_t names = 0, mentions = 0, roles = 0, acts = 0, polarities = 0, source_kinds = 0;
  size_t event_roles = 0, event_types = 0, statuses = 0, news_roles = 0, modes = 0, contexts = 0, cameo = 0;
};

struct Graphs {
  ov::CompiledModel encoder, relations, reader, event_reader;
};

// May throw what OpenVINO throws.
[[nodiscard]] std::unique_ptr<Session> make_session(Graphs& graphs, const Sizes& sizes);

// An exception of the runtime as an error with one line of text.
[[nodiscard]] tl::unexpected<Error> runtime_failed(const std::exception& thrown, const char* doing);

}  // namespace onrecord::encoder
