#include "encoder/session.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "encoder/batches.h"
#include "encoder/word_pieces.h"

namespace onrecord::encoder {
namespace {

// Chosen by measuring: some 500 places at a time cost a fifth less a place than one row, but the windows of one report
// alone seldom fill them. More shapes would cost 8 MB a thread each.
constexpr uint32_t kMaxLength = kMaxPieces + 2;
constexpr auto kEncoderShapes = std::to_array<Shape>({{16, 16},
                                                      {1, 16},
                                                      {16, 32},
                                                      {1, 32},
                                                      {8, 48},
                                                      {1, 48},
                                                      {8, 64},
                                                      {1, 64},
                                                      {6, 80},
                                                      {1, 80},
                                                      {4, 112},
                                                      {1, 112},
                                                      {1, 160},
                                                      {1, kMaxLength}});
constexpr auto kReaderShapes =
    std::to_array<Shape>({{16, 32}, {2, 32}, {12, 64}, {2, 64}, {8, 96}, {1, 96}, {4, 144}, {1, 144}, {1, kMaxLength}});
constexpr auto kRelationShapes = std::to_array<Shape>({{128, 1}, {32, 1}});  // a row is one word

// Zeroed memory for one input of a request, used again from batch to batch.
template <class T>
class Input {
 public:
  // Tells the request to read `shape` values from here.
  T* bind(ov::InferRequest& request, const char* name, const ov::Shape& shape) {
    values_.assign(ov::shape_size(shape), T{});
    request.set_tensor(name, ov::Tensor(ov::element::from<T>(), shape, values_.data()));
    return values_.data();
  }

 private:
  std::vector<T> values_;
};

// Row `row` of an output [rows, places, classes]: its first `places` places.
template <class T>
std::vector<T> take(const ov::Tensor& output, size_t row, size_t places) {
  const ov::Shape& shape = output.get_shape();
  const size_t width = shape.size() > 2 ? shape[2] : 1;
  const T* begin = output.data<const T>() + row * shape[1] * width;
  return {begin, begin + places * width};
}

// A number that is one of the manifest's list, whatever the graph says.
template <class Small>
Small class_number(int32_t number, size_t classes) {
  return static_cast<Small>(std::clamp<int64_t>(number, 0, static_cast<int64_t>(classes) - 1));
}

template <class Small>
std::vector<Small> take_classes(const ov::Tensor& output, size_t row, size_t places, size_t classes) {
  const int32_t* begin = output.data<const int32_t>() + row * output.get_shape()[1];
  std::vector<Small> out(places);
  std::transform(begin, begin + places, out.begin(), [&](int32_t c) { return class_number<Small>(c, classes); });
  return out;
}

// A row of a matrix output [rows, classes].
std::vector<float> take_row(const ov::Tensor& output, size_t row) {
  const size_t width = output.get_shape()[1];
  const float* begin = output.data<const float>() + row * width;
  return {begin, begin + width};
}

bool too_long(std::span<const uint32_t> lengths) {
  return std::any_of(lengths.begin(), lengths.end(), [](uint32_t length) { return length > kMaxLength; });
}

class OpenvinoSession final : public Session {
 public:
  OpenvinoSession(Graphs& graphs, const Sizes& sizes)
      : encoder_(graphs.encoder.create_infer_request()),
        relations_(graphs.relations.create_infer_request()),
        reader_(graphs.reader.create_infer_request()),
        event_reader_(graphs.event_reader.create_infer_request()),
        sizes_(sizes) {}

  Result<std::vector<Encoded>> encode(std::span<const Window> windows) override {
    std::vector<uint32_t> lengths;
    for (const Window& window : windows) lengths.push_back(static_cast<uint32_t>(window.pieces.size()) + 2);
    if (too_long(lengths))
      return fail(Code::kInternal, "a window has more pieces than the network takes; please report it");
    std::vector<Encoded> out(windows.size());
    try {
      for (const Batch& batch : make_batches(lengths, kEncoderShapes)) {
        feed(batch, windows);
        encoder_.infer();
        collect(batch, windows, out);
      }
    } catch (const std::exception& thrown) {
      return runtime_failed(thrown, "reading words");
    }
    return out;
  }

  Result<std::vector<std::vector<uint8_t>>> label_relations(std::span<const Encoded> encoded,
                                                            std::span<const std::vector<uint32_t>> heads) override {
    std::vector<std::pair<size_t, uint32_t>> words;  // window, word
    std::vector<std::vector<uint8_t>> out(encoded.size());
    for (size_t k = 0; k < encoded.size(); ++k) {
      out[k].resize(heads[k].size());
      for (uint32_t word = 0; word < heads[k].size(); ++word) words.emplace_back(k, word);
    }
    try {
      const std::vector<uint32_t> lengths(words.size(), 1);
      for (const Batch& batch : make_batches(lengths, kRelationShapes)) label(batch, words, encoded, heads, out);
    } catch (const std::exception& thrown) {
      return runtime_failed(thrown, "naming relations");
    }
    return out;
  }

  Result<std::vector<CueReading>> read_cues(std::span<const AnchorWindow> cues) override {
    return read_anchors<CueReading>(reader_, "cue", cues);
  }

  Result<std::vector<TriggerReading>> read_triggers(std::span<const AnchorWindow> triggers) override {
    return read_anchors<TriggerReading>(event_reader_, "trigger", triggers);
  }

 private:
  template <class Reading>
  Result<std::vector<Reading>> read_anchors(ov::InferRequest& reader, const char* anchor,
                                            std::span<const AnchorWindow> windows) {
    std::vector<uint32_t> lengths;
    for (const AnchorWindow& window : windows) lengths.push_back(window.words);
    if (too_long(lengths))
      return fail(Code::kInternal,
                  std::string("a ") + anchor + " reads more words than a window has; please report it");
    std::vector<Reading> out(windows.size());
    try {
      for (const Batch& batch : make_batches(lengths, kReaderShapes)) {
        feed(batch, reader, anchor, windows);
        reader.infer();
        collect(batch, windows, out);
      }
    } catch (const std::exception& thrown) {
      return runtime_failed(thrown, "reading roles");
    }
    return out;
  }

  static std::pair<size_t, size_t> dimensions(const Batch& batch) { return {batch.shape.rows, batch.shape.length}; }

  void feed(const Batch& batch, std::span<const Window> windows) {
    const auto [rows, length] = dimensions(batch);
    const size_t places = length - 2;  // for words: each has a piece, so that they always fit
    int32_t* pieces = pieces_.bind(encoder_, "pieces", {rows, length});
    int32_t* letter_case = case_.bind(encoder_, "case", {rows, length});
    int32_t* quote = quote_.bind(encoder_, "quote", {rows, length});
    int32_t* mask = mask_.bind(encoder_, "mask", {rows, length});
    int32_t* first = first_.bind(encoder_, "first", {rows, places});
    for (size_t row = 0; row < batch.members.size(); ++row) {
      const Window& window = windows[batch.members[row]];
      const size_t at = row * length, size = window.pieces.size();
      pieces[at] = kFirstPiece;
      std::copy(window.pieces.begin(), window.pieces.end(), pieces + at + 1);
      pieces[at + 1 + size] = kLastPiece;
      std::copy(window.letter_case.begin(), window.letter_case.end(), letter_case + at + 1);
      std::copy(window.quote.begin(), window.quote.end(), quote + at + 1);
      std::fill_n(mask + at, size + 2, 1);
      std::transform(window.first.begin(), window.first.end(), first + row * places,
                     [](int32_t piece) { return piece + 1; });
    }
  }

  void collect(const Batch& batch, std::span<const Window> windows, std::vector<Encoded>& out) {
    const auto output = [&](const char* name) { return encoder_.get_tensor(name); };
    const ov::Tensor upos = output("upos"), xpos = output("xpos"), lemma = output("lemma"), names = output("names"),
                     mentions = output("mentions"), cue = output("cue"), trigger = output("trigger"),
                     boundary = output("boundary"), arcs = output("arcs"), vectors = output("vectors");
    for (size_t row = 0; row < batch.members.size(); ++row) {
      const size_t words = windows[batch.members[row]].words();
      Encoded& one = out[batch.members[row]];
      one.words = static_cast<uint32_t>(words);
      one.upos = take_classes<uint8_t>(upos, row, words, sizes_.upos);
      one.xpos = take_classes<uint8_t>(xpos, row, words, sizes_.xpos);
      one.lemma_script = take_classes<uint16_t>(lemma, row, words, sizes_.lemma_scripts);
      one.names = take<float>(names, row, words);
      one.mentions = take<float>(mentions, row, words);
      one.cue = take<float>(cue, row, words);
      one.trigger = take<float>(trigger, row, words);
      one.boundary = take<float>(boundary, row, words);
      one.vectors = take<float>(vectors, row, words);
      one.arcs = take_arcs(arcs, row, words);
    }
  }

  // Leaves out the columns of padding.
  static std::vector<float> take_arcs(const ov::Tensor& arcs, size_t row, size_t words) {
    const ov::Shape& shape = arcs.get_shape();
    const float* from = arcs.data<const float>() + row * shape[1] * shape[2];
    std::vector<float> out(words * (words + 1));
    for (size_t word = 0; word < words; ++word)
      std::copy_n(from + word * shape[2], words + 1, &out[word * (words + 1)]);
    return out;
  }

  void label(const Batch& batch, std::span<const std::pair<size_t, uint32_t>> words, std::span<const Encoded> encoded,
             std::span<const std::vector<uint32_t>> heads, std::vector<std::vector<uint8_t>>& out) {
    const size_t rows = batch.shape.rows;
    const size_t size = sizes_.vector;
    float* dependent = dependent_.bind(relations_, "dependent", {rows, size});
    float* head = head_.bind(relations_, "head", {rows, size});
    int32_t* is_root = is_root_.bind(relations_, "is_root", {rows});
    for (size_t row = 0; row < batch.members.size(); ++row) {
      const auto [window, word] = words[batch.members[row]];
      const float* vectors = encoded[window].vectors.data();
      const uint32_t its_head = heads[window][word];
      std::copy_n(vectors + word * size, size, dependent + row * size);
      if (its_head == 0) {
        is_root[row] = 1;
      } else {
        std::copy_n(vectors + (its_head - 1) * size, size, head + row * size);
      }
    }
    relations_.infer();
    const int32_t* relation = relations_.get_tensor("relation").data<const int32_t>();
    for (size_t row = 0; row < batch.members.size(); ++row) {
      const auto [window, word] = words[batch.members[row]];
      out[window][word] = class_number<uint8_t>(relation[row], sizes_.relations);
    }
  }

  void feed(const Batch& batch, ov::InferRequest& reader, const char* anchor, std::span<const AnchorWindow> windows) {
    const size_t size = sizes_.vector;
    const auto [rows, length] = dimensions(batch);
    float* vectors = dependent_.bind(reader, "vectors", {rows, length, size});
    float* anchor_vector = head_.bind(reader, anchor, {rows, size});
    int32_t* features = pieces_.bind(reader, "features", {kAnchorFeatures, rows, length});
    int32_t* mask = mask_.bind(reader, "mask", {rows, length});
    for (size_t row = 0; row < batch.members.size(); ++row) {
      const AnchorWindow& window = windows[batch.members[row]];
      const float* all = window.encoded->vectors.data();
      std::copy_n(all + window.first_word * size, window.words * size, vectors + row * length * size);
      const float *first = all + window.first * size, *last = all + window.last * size;
      std::transform(first, first + size, last, anchor_vector + row * size,
                     [](float a, float b) { return (a + b) / 2; });
      for (size_t f = 0; f < kAnchorFeatures; ++f) {
        std::copy_n(window.features.data() + f * window.words, window.words, features + (f * rows + row) * length);
      }
      std::fill_n(mask + row * length, window.words, 1);
    }
  }

  void collect(const Batch& batch, std::span<const AnchorWindow> cues, std::vector<CueReading>& out) {
    const ov::Tensor roles = reader_.get_tensor("roles"), act = reader_.get_tensor("act"),
                     polarity = reader_.get_tensor("polarity"), source_kind = reader_.get_tensor("source_kind"),
                     holds = reader_.get_tensor("holds");
    for (size_t row = 0; row < batch.members.size(); ++row) {
      CueReading& one = out[batch.members[row]];
      one.roles = take<float>(roles, row, cues[batch.members[row]].words);
      one.act = take_row(act, row);
      one.polarity = take_row(polarity, row);
      one.source_kind = take_row(source_kind, row);
      one.holds = holds.data<const float>()[row];
    }
  }

  void collect(const Batch& batch, std::span<const AnchorWindow> triggers, std::vector<TriggerReading>& out) {
    const auto output = [&](const char* name) { return event_reader_.get_tensor(name); };
    const ov::Tensor roles = output("roles"), event_type = output("event_type"), status = output("status"),
                     news_role = output("news_role"), mode = output("mode"), cameo = output("cameo"),
                     contexts = output("contexts"), holds = output("holds"), uttered = output("uttered");
    for (size_t row = 0; row < batch.members.size(); ++row) {
      TriggerReading& one = out[batch.members[row]];
      one.roles = take<float>(roles, row, triggers[batch.members[row]].words);
      one.event_type = take_row(event_type, row);
      one.status = take_row(status, row);
      one.news_role = take_row(news_role, row);
      one.mode = take_row(mode, row);
      one.cameo = take_row(cameo, row);
      one.contexts = take_row(contexts, row);
      one.holds = holds.data<const float>()[row];
      one.uttered = uttered.data<const float>()[row];
    }
  }

  ov::InferRequest encoder_, relations_, reader_, event_reader_;
  Sizes sizes_;
  Input<int32_t> pieces_, case_, quote_, mask_, first_, is_root_;
  Input<float> dependent_, head_;
};

}  // namespace

std::unique_ptr<Session> make_session(Graphs& graphs, const Sizes& sizes) {
  return std::make_unique<OpenvinoSession>(graphs, sizes);
}

tl::unexpected<Error> runtime_failed(const std::exception& thrown, const char* doing) {
  std::string what = thrown.what();
  std::replace(what.begin(), what.end(), '\n', ' ');
  return fail(Code::kRuntime, std::string("the inference runtime failed while ") + doing + " (" + what.substr(0, 300) +
                                  "); please report it");
}

}  // namespace onrecord::encoder
