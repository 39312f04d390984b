#pragma once
// The network once more, as plain loops over floats: slow, without a library, and easy to compare with the formulas of
// training/network.py. The truth that the graphs are held against; for tests only.

#include <map>
#include <string>
#include <vector>

#include "encoder/network.h"

namespace onrecord::encoder {

// Row-major. Vectors have one row.
struct Matrix {
  size_t rows = 0, columns = 0;
  std::vector<float> values;

  Matrix() = default;
  Matrix(size_t r, size_t c) : rows(r), columns(c), values(r * c) {}
  float& at(size_t r, size_t c) { return values[r * columns + c]; }
  [[nodiscard]] float at(size_t r, size_t c) const { return values[r * columns + c]; }
};

class FloatOracle final : public Session {
 public:
  // Reads the file that training/oracle.py writes. Throws std::runtime_error: it is a test's own data.
  explicit FloatOracle(const std::string& path);

  Result<std::vector<Encoded>> encode(std::span<const Window> windows) override;
  Result<std::vector<std::vector<uint8_t>>> label_relations(std::span<const Encoded> encoded,
                                                            std::span<const std::vector<uint32_t>> heads) override;
  Result<std::vector<CueReading>> read_cues(std::span<const AnchorWindow> cues) override;
  Result<std::vector<TriggerReading>> read_triggers(std::span<const AnchorWindow> triggers) override;

 private:
  [[nodiscard]] const Matrix& weight(const std::string& name) const;
  [[nodiscard]] Matrix linear(const Matrix& x, const std::string& name) const;
  [[nodiscard]] Matrix perceptron(const Matrix& x, const std::string& name) const;
  void normalise(Matrix& x, const std::string& name, float epsilon) const;
  [[nodiscard]] Matrix attention(const Matrix& qkv, size_t heads) const;
  [[nodiscard]] Matrix layer(const Matrix& x, const std::string& name, size_t heads) const;
  [[nodiscard]] Matrix vectors(const Window& window) const;
  [[nodiscard]] Matrix arcs(const Matrix& words) const;
  // The anchor's vector, those of the words as read for it, and their role scores.
  struct Read {
    Matrix anchor, words, roles;
  };
  [[nodiscard]] Read read(const AnchorWindow& anchor, const std::string& reader) const;

  std::map<std::string, Matrix> weights_;
};

}  // namespace onrecord::encoder
