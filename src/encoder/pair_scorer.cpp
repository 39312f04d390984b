#include "encoder/pair_scorer.h"

#include <filesystem>
#include <mutex>
#include <openvino/openvino.hpp>
#include <utility>

#include "encoder/session.h"

namespace onrecord::encoder {

struct PairScorer::Parts {
  ov::CompiledModel graph;
  ov::InferRequest request;
  uint32_t vector_size = 0;
  std::mutex one_at_a_time;
};

PairScorer::PairScorer(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
PairScorer::PairScorer(PairScorer&&) noexcept = default;
PairScorer& PairScorer::operator=(PairScorer&&) noexcept = default;
PairScorer::~PairScorer() = default;

Result<PairScorer> PairScorer::open(const std::string& folder, uint32_t vector_size) {
  const std::string path = folder + "/coreference.xml";
  if (!std::filesystem::exists(path))
    return fail(Code::kModelMissing, "has no graph for coreference; fetch the model folder again", folder);
  try {
    auto parts = std::make_unique<Parts>();
    ov::Core core;
    parts->graph =
        core.compile_model(path, "CPU", ov::hint::inference_precision(ov::element::f32), ov::inference_num_threads(1));
    parts->vector_size = vector_size;
    const auto width = parts->graph.input("vectors").get_partial_shape()[1];
    if (!width.compatible(int64_t{kMentionWords} * vector_size))
      return fail(Code::kModelForeign,
                  "the graph for coreference does not fit its manifest; fetch the model folder again", folder);
    parts->request = parts->graph.create_infer_request();
    return PairScorer(std::move(parts));
  } catch (const std::exception& thrown) {
    return runtime_failed(thrown, "loading the model");
  }
}

Result<std::vector<float>> PairScorer::score(const MentionPairs& pairs) const {
  const size_t mentions = pairs.mention_classes.size() / kMentionClasses;
  const size_t count = pairs.anaphor.size();
  if (count == 0) return std::vector<float>{};
  const std::lock_guard lock(parts_->one_at_a_time);
  try {
    ov::InferRequest& request = parts_->request;
    const auto give = [&]<class T>(const char* name, const ov::Shape& shape, const std::vector<T>& values) {
      // The runtime only reads inputs.
      request.set_tensor(name, ov::Tensor(ov::element::from<T>(), shape, const_cast<T*>(values.data())));
    };
    give("vectors", {mentions, size_t{kMentionWords} * parts_->vector_size}, pairs.vectors);
    give("mention_classes", {mentions, kMentionClasses}, pairs.mention_classes);
    give("anaphor", {count}, pairs.anaphor);
    give("antecedent", {count}, pairs.antecedent);
    give("pair_classes", {count, kPairClasses}, pairs.pair_classes);
    request.infer();
    const ov::Tensor scores = request.get_tensor("score");
    const float* begin = scores.data<const float>();
    return std::vector<float>(begin, begin + count);
  } catch (const std::exception& thrown) {
    return runtime_failed(thrown, "scoring mentions");
  }
}

}  // namespace onrecord::encoder
