#include "encoder/float_oracle.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

#include "encoder/word_pieces.h"

namespace onrecord::encoder {
namespace {

float from_half(uint16_t half) {
  const int exponent = (half >> 10) & 31, fraction = half & 1023;
  const float size = exponent == 0 ? std::ldexp(static_cast<float>(fraction), -24)
                                   : std::ldexp(static_cast<float>(fraction + 1024), exponent - 25);
  return (half & 0x8000) != 0 ? -size : size;
}

void gelu(Matrix& x) {
  for (float& v : x.values) v = 0.5F * v * (1 + std::erf(v / std::sqrt(2.0F)));
}

void add(Matrix& x, const Matrix& y) {
  for (size_t i = 0; i < x.values.size(); ++i) x.values[i] += y.values[i];
}

void log_softmax(Matrix& x) {
  for (size_t r = 0; r < x.rows; ++r) {
    float* row = &x.values[r * x.columns];
    const float most = *std::max_element(row, row + x.columns);
    float sum = 0;
    for (size_t c = 0; c < x.columns; ++c) sum += std::exp(row[c] - most);
    for (size_t c = 0; c < x.columns; ++c) row[c] -= most + std::log(sum);
  }
}

template <class Small>
std::vector<Small> best_classes(const Matrix& x) {
  std::vector<Small> out;
  for (size_t r = 0; r < x.rows; ++r) {
    const float* row = &x.values[r * x.columns];
    out.push_back(static_cast<Small>(std::max_element(row, row + x.columns) - row));
  }
  return out;
}

Matrix row_of(const float* values, size_t size) {
  Matrix out(1, size);
  std::copy_n(values, size, out.values.begin());
  return out;
}

Matrix beside(const Matrix& a, const Matrix& b) {
  Matrix out(a.rows, a.columns + b.columns);
  for (size_t r = 0; r < a.rows; ++r) {
    for (size_t c = 0; c < a.columns; ++c) out.at(r, c) = a.at(r, c);
    for (size_t c = 0; c < b.columns; ++c) out.at(r, a.columns + c) = b.at(r, c);
  }
  return out;
}

}  // namespace

FloatOracle::FloatOracle(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string line;
  if (!std::getline(in, line) || line != "onrecord-oracle/1") throw std::runtime_error(path + " is no oracle file");
  while (std::getline(in, line)) {
    std::istringstream words(line);
    std::string name;
    words >> name;
    const std::vector<size_t> sizes{std::istream_iterator<size_t>(words), {}};
    // The label weights have three axes: the last two are read as one.
    Matrix array(sizes.size() < 2 ? 1 : sizes[0], 1);
    for (size_t i = sizes.size() < 2 ? 0 : 1; i < sizes.size(); ++i) array.columns *= sizes[i];
    array.values.resize(array.rows * array.columns);
    std::vector<uint16_t> halves(array.values.size());
    in.read(reinterpret_cast<char*>(halves.data()), static_cast<std::streamsize>(2 * halves.size()));
    if (!in) throw std::runtime_error(path + " is truncated");
    std::transform(halves.begin(), halves.end(), array.values.begin(), from_half);
    weights_[name] = std::move(array);
  }
}

const Matrix& FloatOracle::weight(const std::string& name) const {
  const auto found = weights_.find(name);
  if (found == weights_.end()) throw std::runtime_error("the oracle has no " + name);
  return found->second;
}

Matrix FloatOracle::linear(const Matrix& x, const std::string& name) const {
  const Matrix &w = weight(name + ".weight"), &bias = weight(name + ".bias");
  Matrix out(x.rows, w.rows);
  for (size_t r = 0; r < x.rows; ++r) {
    for (size_t o = 0; o < w.rows; ++o) {
      double sum = bias.values[o];
      for (size_t i = 0; i < x.columns; ++i) sum += double{x.at(r, i)} * w.at(o, i);
      out.at(r, o) = static_cast<float>(sum);
    }
  }
  return out;
}

Matrix FloatOracle::perceptron(const Matrix& x, const std::string& name) const {
  Matrix inner = linear(x, name + ".0");
  gelu(inner);
  return linear(inner, name + ".3");
}

void FloatOracle::normalise(Matrix& x, const std::string& name, float epsilon) const {
  const Matrix &scale = weight(name + ".weight"), &shift = weight(name + ".bias");
  for (size_t r = 0; r < x.rows; ++r) {
    double mean = 0, variance = 0;
    for (size_t c = 0; c < x.columns; ++c) mean += x.at(r, c) / static_cast<double>(x.columns);
    for (size_t c = 0; c < x.columns; ++c) variance += std::pow(x.at(r, c) - mean, 2) / static_cast<double>(x.columns);
    for (size_t c = 0; c < x.columns; ++c) {
      const double normal = (x.at(r, c) - mean) / std::sqrt(variance + epsilon);
      x.at(r, c) = static_cast<float>(normal * scale.values[c] + shift.values[c]);
    }
  }
}

Matrix FloatOracle::attention(const Matrix& qkv, size_t heads) const {
  const size_t size = qkv.columns / 3, width = size / heads;
  Matrix out(qkv.rows, size);
  std::vector<double> share(qkv.rows);
  for (size_t h = 0; h < heads; ++h) {
    for (size_t i = 0; i < qkv.rows; ++i) {
      double total = 0;
      for (size_t j = 0; j < qkv.rows; ++j) {
        double dot = 0;
        for (size_t c = 0; c < width; ++c) dot += double{qkv.at(i, h * width + c)} * qkv.at(j, size + h * width + c);
        total += share[j] = std::exp(dot / std::sqrt(static_cast<double>(width)));
      }
      for (size_t c = 0; c < width; ++c) {
        double sum = 0;
        for (size_t j = 0; j < qkv.rows; ++j) sum += share[j] / total * qkv.at(j, 2 * size + h * width + c);
        out.at(i, h * width + c) = static_cast<float>(sum);
      }
    }
  }
  return out;
}

Matrix FloatOracle::layer(const Matrix& x, const std::string& name, size_t heads) const {
  Matrix attended = linear(attention(linear(x, name + ".qkv"), heads), name + ".out");
  add(attended, x);
  normalise(attended, name + ".norm1", 1e-12F);
  Matrix inner = linear(attended, name + ".inner");
  gelu(inner);
  Matrix out = linear(inner, name + ".outer");
  add(out, attended);
  normalise(out, name + ".norm2", 1e-12F);
  return out;
}

Matrix FloatOracle::vectors(const Window& window) const {
  std::vector<int32_t> pieces{kFirstPiece}, letter_case{0}, quote{0};
  pieces.insert(pieces.end(), window.pieces.begin(), window.pieces.end());
  letter_case.insert(letter_case.end(), window.letter_case.begin(), window.letter_case.end());
  quote.insert(quote.end(), window.quote.begin(), window.quote.end());
  pieces.push_back(kLastPiece), letter_case.push_back(0), quote.push_back(0);

  const Matrix& segment = weight("encoder.segment");
  Matrix x(pieces.size(), segment.columns);
  const auto add_row = [&](size_t row, const std::string& table, size_t number) {
    for (size_t c = 0; c < x.columns; ++c) x.at(row, c) += weight(table).at(number, c);
  };
  for (size_t row = 0; row < x.rows; ++row) {
    add_row(row, "encoder.segment", 0);
    add_row(row, "encoder.position.weight", row);
    add_row(row, "encoder.piece.weight", static_cast<size_t>(pieces[row]));
    add_row(row, "encoder.case.weight", static_cast<size_t>(letter_case[row]));
    add_row(row, "encoder.quote.weight", static_cast<size_t>(quote[row]));
  }
  normalise(x, "encoder.norm", 1e-12F);
  const auto heads = static_cast<size_t>(weight("encoder.heads").values[0]);
  for (size_t k = 0; weights_.count("encoder.layers." + std::to_string(k) + ".qkv.weight") != 0; ++k) {
    x = layer(x, "encoder.layers." + std::to_string(k), heads);
  }
  Matrix words(window.words(), x.columns);
  for (size_t word = 0; word < window.words(); ++word) {
    for (size_t c = 0; c < x.columns; ++c) words.at(word, c) = x.at(static_cast<size_t>(window.first[word]) + 1, c);
  }
  return words;
}

Matrix FloatOracle::arcs(const Matrix& words) const {
  Matrix dependent = linear(words, "arc_dependent"), head = linear(words, "arc_head");
  gelu(dependent), gelu(head);
  const Matrix &root = weight("arc_root"), &w = weight("arc_weight");
  Matrix out(words.rows, words.rows + 1);
  for (size_t i = 0; i < words.rows; ++i) {
    for (size_t j = 0; j <= words.rows; ++j) {
      double sum = 0;
      for (size_t a = 0; a < w.rows; ++a) {
        const double left = a < dependent.columns ? dependent.at(i, a) : 1;
        for (size_t b = 0; b < w.columns; ++b) sum += left * w.at(a, b) * (j == 0 ? root.values[b] : head.at(j - 1, b));
      }
      out.at(i, j) = static_cast<float>(sum);
    }
  }
  return out;
}

Result<std::vector<Encoded>> FloatOracle::encode(std::span<const Window> windows) {
  std::vector<Encoded> out;
  for (const Window& window : windows) {
    const Matrix words = vectors(window);
    Matrix names = perceptron(words, "names"), mentions = perceptron(words, "mentions"), cue = perceptron(words, "cue");
    Matrix boundary = linear(words, "boundary"), trigger = perceptron(words, "trigger");
    log_softmax(names), log_softmax(mentions), log_softmax(cue);
    for (float& v : cue.values) v = std::exp(v);
    for (Matrix* scores : {&boundary, &trigger}) {
      for (float& v : scores->values) v = 1 / (1 + std::exp(-v));
    }
    Encoded one;
    one.words = static_cast<uint32_t>(words.rows);
    one.upos = best_classes<uint8_t>(linear(words, "upos"));
    one.xpos = best_classes<uint8_t>(linear(words, "xpos"));
    one.lemma_script = best_classes<uint16_t>(linear(words, "lemma"));
    one.vectors = words.values, one.names = names.values, one.mentions = mentions.values;
    one.cue = cue.values, one.trigger = trigger.values, one.boundary = boundary.values, one.arcs = arcs(words).values;
    out.push_back(std::move(one));
  }
  return out;
}

Result<std::vector<std::vector<uint8_t>>> FloatOracle::label_relations(std::span<const Encoded> encoded,
                                                                       std::span<const std::vector<uint32_t>> heads) {
  const Matrix &root = weight("label_root"), &w = weight("label_weight");
  std::vector<std::vector<uint8_t>> out(encoded.size());
  for (size_t k = 0; k < encoded.size(); ++k) {
    for (size_t word = 0; word < heads[k].size(); ++word) {
      const float* all = encoded[k].vectors.data();
      const uint32_t its_head = heads[k][word];
      Matrix a = linear(row_of(all + word * root.columns, root.columns), "label_dependent");
      Matrix b = linear(its_head == 0 ? root : row_of(all + (its_head - 1) * root.columns, root.columns), "label_head");
      gelu(a), gelu(b);
      a.values.push_back(1), b.values.push_back(1);
      const size_t n = a.values.size();
      Matrix scores(1, w.rows);
      for (size_t r = 0; r < w.rows; ++r) {
        for (size_t i = 0; i < n; ++i) {
          for (size_t j = 0; j < n; ++j) scores.values[r] += a.values[i] * w.at(r, i * n + j) * b.values[j];
        }
      }
      out[k].push_back(best_classes<uint8_t>(scores)[0]);
    }
  }
  return out;
}

// The mean of the rows, each counted by how likely it has the role.
Matrix mean_of_role(const Matrix& rows, const Matrix& roles, size_t role) {
  Matrix out(1, rows.columns);
  float all = 0.1F;
  for (size_t r = 0; r < rows.rows; ++r) {
    float total = 0;
    for (size_t k = 0; k < roles.columns; ++k) total += std::exp(roles.at(r, k) - roles.at(r, role));
    all += 1 / total;
    for (size_t c = 0; c < rows.columns; ++c) out.values[c] += rows.at(r, c) / total;
  }
  for (float& value : out.values) value /= all;
  return out;
}

float sigmoid(const Matrix& score) {
  return 1 / (1 + std::exp(-score.values[0]));
}

FloatOracle::Read FloatOracle::read(const AnchorWindow& anchor, const std::string& reader) const {
  const size_t size = weight("encoder.segment").columns;
  const float* all = anchor.encoded->vectors.data();
  Matrix vectors(anchor.words, size), mean(1, size);
  std::copy_n(all + anchor.first_word * size, anchor.words * size, vectors.values.begin());
  for (size_t c = 0; c < size; ++c) mean.values[c] = (all[anchor.first * size + c] + all[anchor.last * size + c]) / 2;

  Matrix x = linear(vectors, reader + ".word");
  const Matrix scale = linear(mean, reader + ".scale"), shift = linear(mean, reader + ".shift");
  for (size_t r = 0; r < x.rows; ++r) {
    for (size_t c = 0; c < x.columns; ++c) {
      x.at(r, c) = x.at(r, c) * (1 + scale.values[c]) + shift.values[c];
      for (size_t f = 0; f < kAnchorFeatures; ++f) {
        const auto number = static_cast<size_t>(anchor.features[f * anchor.words + r]);
        x.at(r, c) += weight(reader + ".features." + std::to_string(f) + ".weight").at(number, c);
      }
    }
  }
  normalise(x, reader + ".norm", 1e-5F);
  Matrix before(x.rows, x.columns), after(x.rows, x.columns);
  for (size_t r = 0; r + 1 < x.rows; ++r) {
    for (size_t c = 0; c < x.columns; ++c) before.at(r + 1, c) = x.at(r, c), after.at(r, c) = x.at(r + 1, c);
  }
  Matrix near = linear(beside(beside(before, x), after), reader + ".near");
  gelu(near);
  add(x, near);
  Matrix y = layer(x, reader + ".layer", static_cast<size_t>(weight(reader + ".heads").values[0]));
  Matrix roles = linear(beside(y, x), reader + ".roles");
  return {std::move(mean), std::move(y), std::move(roles)};
}

Result<std::vector<CueReading>> FloatOracle::read_cues(std::span<const AnchorWindow> cues) {
  std::vector<CueReading> out;
  for (const AnchorWindow& cue : cues) {
    const auto [anchor, y, roles] = read(cue, "reader");
    Matrix joint = linear(beside(beside(anchor, mean_of_role(y, roles, 1)), mean_of_role(y, roles, 2)), "reader.joint");
    gelu(joint);
    Matrix act = linear(joint, "reader.act"), polarity = linear(joint, "reader.polarity");
    Matrix kind = linear(joint, "reader.source_kind");
    log_softmax(act), log_softmax(polarity), log_softmax(kind);
    out.push_back({roles.values, act.values, polarity.values, kind.values, sigmoid(linear(joint, "reader.holds"))});
  }
  return out;
}

// The mean of the anchor's own words.
Matrix mean_of_own(const Matrix& rows, const AnchorWindow& anchor) {
  Matrix out(1, rows.columns);
  float own = 0;
  for (size_t r = 0; r < rows.rows; ++r) {
    if (anchor.features[4 * anchor.words + r] != 2) continue;
    own += 1;
    for (size_t c = 0; c < rows.columns; ++c) out.values[c] += rows.at(r, c);
  }
  for (float& value : out.values) value /= std::max(own, 1.0F);
  return out;
}

Result<std::vector<TriggerReading>> FloatOracle::read_triggers(std::span<const AnchorWindow> triggers) {
  std::vector<TriggerReading> out;
  for (const AnchorWindow& trigger : triggers) {
    const auto [anchor, y, roles] = read(trigger, "event_reader");
    const Matrix actors = mean_of_role(y, roles, 1), recipients = mean_of_role(y, roles, 2);
    Matrix joint =
        linear(beside(beside(beside(anchor, mean_of_own(y, trigger)), actors), recipients), "event_reader.joint");
    gelu(joint);
    const auto head = [&](const std::string& name) { return linear(joint, "event_reader.heads." + name); };
    const auto log = [&](const std::string& name) {
      Matrix scores = head(name);
      log_softmax(scores);
      return scores.values;
    };
    TriggerReading one;
    one.roles = roles.values;
    one.event_type = log("event_type"), one.status = log("status"), one.news_role = log("news_role");
    one.mode = log("mode"), one.cameo = log("cameo");
    for (const float score : head("contexts").values) one.contexts.push_back(1 / (1 + std::exp(-score)));
    one.holds = sigmoid(head("holds")), one.uttered = sigmoid(head("uttered"));
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace onrecord::encoder
