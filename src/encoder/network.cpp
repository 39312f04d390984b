#include "encoder/network.h"

#include <openvino/openvino.hpp>

#include <algorithm>
#include <future>
#include <string>
#include <tuple>
#include <utility>

#include "encoder/session.h"

namespace onrecord::encoder {
namespace {

Sizes sizes_of(const Manifest& m) {
  return {m.vector_size,        m.upos.size(),       m.xpos.size(),         m.lemma_scripts.size(),
          m.relations.size(),   m.names.size(),      m.mentions.size(),     m.roles.size(),
          m.acts.size(),        m.polarities.size(), m.source_kinds.size(), m.event_roles.size(),
          m.event_types.size(), m.statuses.size(),   m.news_roles.size(),   m.modes.size(),
          m.contexts.size(),    m.cameo.size()};
}

// The runtime on `threads` cores, one request a core: reports are many and short, so that splitting one among cores
// would only make them wait for each other.
ov::AnyMap settings(unsigned threads) {
  return {
      ov::hint::performance_mode(ov::hint::PerformanceMode::THROUGHPUT),
      ov::num_streams(ov::streams::Num(static_cast<int32_t>(threads))),
      ov::inference_num_threads(static_cast<int32_t>(threads)),
      ov::hint::enable_cpu_pinning(false),
      // Else CPUs that have bf16 would compute what is not quantised in it, and give other records than those without.
      ov::hint::inference_precision(ov::element::f32),
  };
}

}  // namespace

struct Network::Parts {
  Manifest manifest;
  ov::Core core;
  Graphs graphs;
};

namespace {

struct Expected {
  const char* name;
  size_t width;  // of the last axis; 0 = any
};

// An output that is missing or has another number of classes than the manifest says; empty if all fit.
std::string misfit(const ov::CompiledModel& graph, std::initializer_list<Expected> outputs) {
  for (const auto& [name, width] : outputs) {
    const auto& all = graph.outputs();
    const auto found = std::find_if(all.begin(), all.end(), [&, wanted = name](const auto& output) {
      return output.get_names().count(wanted) != 0;
    });
    if (found == all.end()) return std::string("has no output \"") + name + "\"";
    const ov::PartialShape shape = found->get_partial_shape();
    if (width != 0 && !shape.rbegin()->compatible(static_cast<int64_t>(width))) {
      return std::string("output \"") + name + "\" has another number of classes than the manifest's list";
    }
  }
  return {};
}

std::string misfit(const Graphs& graphs, const Sizes& n) {
  std::string out = misfit(graphs.encoder, {{"upos", 0},
                                            {"xpos", 0},
                                            {"lemma", 0},
                                            {"names", n.names},
                                            {"mentions", n.mentions},
                                            {"cue", 3},
                                            {"trigger", 0},
                                            {"boundary", 0},
                                            {"arcs", 0},
                                            {"vectors", n.vector}});
  if (out.empty()) out = misfit(graphs.relations, {{"relation", 0}});
  if (out.empty()) {
    out = misfit(graphs.reader, {{"roles", n.roles},
                                 {"act", n.acts},
                                 {"polarity", n.polarities},
                                 {"source_kind", n.source_kinds},
                                 {"holds", 0}});
  }
  if (out.empty()) {
    out = misfit(graphs.event_reader, {{"roles", n.event_roles},
                                       {"event_type", n.event_types},
                                       {"status", n.statuses},
                                       {"news_role", n.news_roles},
                                       {"mode", n.modes},
                                       {"contexts", n.contexts},
                                       {"cameo", n.cameo},
                                       {"holds", 0},
                                       {"uttered", 0}});
  }
  return out;
}

}  // namespace

Network::Network(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Network::Network(Network&&) noexcept = default;
Network& Network::operator=(Network&&) noexcept = default;
Network::~Network() = default;

Result<Network> Network::open(const std::string& folder, unsigned threads) {
  auto manifest = read_manifest(folder);
  if (!manifest) return tl::unexpected(manifest.error());
  try {
    auto parts = std::make_unique<Parts>();
    parts->manifest = std::move(*manifest);
    // The compiled graphs copy the weights anyhow, and a map would break if the folder is replaced while we run.
    parts->core.set_property(ov::enable_mmap(false));
    const ov::AnyMap options = settings(std::max(threads, 1U));
    const auto compile = [&](const char* name) {
      return parts->core.compile_model(folder + "/" + name + ".xml", "CPU", options);
    };
    auto small = std::async(std::launch::async, [&] {
      return std::tuple(compile("relations"), compile("reader"), compile("event_reader"));
    });
    parts->graphs.encoder = compile("encoder");
    std::tie(parts->graphs.relations, parts->graphs.reader, parts->graphs.event_reader) = small.get();
    if (const std::string trouble = misfit(parts->graphs, sizes_of(parts->manifest)); !trouble.empty()) {
      return fail(Code::kModelForeign,
                  "a graph does not fit its manifest: " + trouble + "; fetch the model folder again", folder);
    }
    return Network(std::move(parts));
  } catch (const std::exception& thrown) {
    return runtime_failed(thrown, "loading the model");
  }
}

Result<std::unique_ptr<Session>> Network::session() const {
  try {
    return make_session(parts_->graphs, sizes_of(parts_->manifest));
  } catch (const std::exception& thrown) {
    return runtime_failed(thrown, "starting");
  }
}

const Manifest& Network::manifest() const {
  return parts_->manifest;
}

}  // namespace onrecord::encoder
