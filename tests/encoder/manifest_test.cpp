#include "encoder/manifest.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

#include "base/sha256.h"
#include "encoder/network.h"

using onrecord::Code;
using onrecord::encoder::kMostRelations;
using onrecord::encoder::Manifest;
using onrecord::encoder::Network;
using onrecord::encoder::read_manifest;
namespace fs = std::filesystem;

namespace {

const fs::path kTiny = ONRECORD_SOURCE_DIR "/tests/encoder/data/tiny";

// A copy of the tiny model that a test may damage.
class ModelCopy {
 public:
  ModelCopy() : folder_(fs::temp_directory_path() / ("onrecord-model-" + std::to_string(std::random_device{}()))) {
    fs::copy(kTiny, folder_);
  }
  ModelCopy(const ModelCopy&) = delete;
  ModelCopy& operator=(const ModelCopy&) = delete;
  ~ModelCopy() { fs::remove_all(folder_); }

  [[nodiscard]] std::string folder() const { return folder_.string(); }
  [[nodiscard]] fs::path file(const std::string& name) const { return folder_ / name; }

  void write(const std::string& name, const std::string& content) const {
    std::ofstream(file(name), std::ios::binary) << content;
  }
  [[nodiscard]] std::string read(const std::string& name) const {
    std::ifstream in(file(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  // Replaces the first `from` of the manifest.
  void edit(const std::string& from, const std::string& to) const {
    std::string text = read("manifest.json");
    const size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    write("manifest.json", text.replace(at, from.size(), to));
  }
  [[nodiscard]] Code trouble() const {
    const auto manifest = read_manifest(folder());
    REQUIRE_FALSE(manifest);
    CHECK_FALSE(manifest.error().message.empty());
    CHECK_FALSE(manifest.error().input.empty());
    return manifest.error().code;
  }

 private:
  fs::path folder_;
};

}  // namespace

TEST_CASE("a sound model folder is read field by field") {
  const auto manifest = read_manifest(kTiny.string());
  REQUIRE(manifest);
  CHECK(manifest->schema == "onrecord-model/3");
  CHECK(manifest->version == "tiny-random");
  CHECK(manifest->vector_size == 32);
  CHECK(manifest->files.size() == 9);
  CHECK(manifest->upos.size() == 17);
  CHECK(manifest->names.front() == "O");
  CHECK(manifest->roles.size() == 3);
  CHECK(manifest->role_initial.size() == 3);
  CHECK(manifest->role_transitions.size() == 9);
  CHECK(manifest->acts.size() == 18);
  CHECK(manifest->event_roles.size() == 5);
  CHECK(manifest->event_role_initial.size() == 5);
  CHECK(manifest->event_role_transitions.size() == 25);
  CHECK(manifest->event_types.size() == 16);
  CHECK(manifest->cue_threshold == doctest::Approx(0.5));
  CHECK(manifest->event_threshold == doctest::Approx(0.5));
}

TEST_CASE("a missing folder, manifest or file is a missing model") {
  CHECK(read_manifest((kTiny / "nowhere").string()).error().code == Code::kModelMissing);
  CHECK(read_manifest((kTiny / "vocab.txt").string()).error().code == Code::kModelMissing);
  for (const char* name : {"manifest.json", "encoder.bin", "reader.xml", "vocab.txt"}) {
    const ModelCopy model;
    fs::remove(model.file(name));
    CHECK(model.trouble() == Code::kModelMissing);
  }
}

TEST_CASE("a truncated file, a changed byte and bad JSON are damage, and the file is named") {
  for (const char* name : {"encoder.bin", "relations.xml", "vocab.txt"}) {
    const ModelCopy model;
    const std::string content = model.read(name);
    model.write(name, content.substr(0, content.size() - 1));
    CHECK(model.trouble() == Code::kModelDamaged);
    std::string changed = content;
    changed[changed.size() / 2] = static_cast<char>(changed[changed.size() / 2] ^ 1);
    model.write(name, changed);
    CHECK(model.trouble() == Code::kModelDamaged);
    CHECK(read_manifest(model.folder()).error().input == model.file(name).string());
  }
  const ModelCopy model;
  const std::string json = model.read("manifest.json");
  model.write("manifest.json", json.substr(0, json.size() / 2));
  CHECK(model.trouble() == Code::kModelDamaged);
  model.write("manifest.json", "");
  CHECK(model.trouble() == Code::kModelDamaged);
}

TEST_CASE("another schema is a foreign model, whatever else is in it") {
  const ModelCopy model;
  model.write("manifest.json", R"({"schema": "onrecord-model/1"})");
  CHECK(model.trouble() == Code::kModelForeign);
  model.write("manifest.json", "[1, 2]");
  CHECK(model.trouble() == Code::kModelForeign);
  model.write("manifest.json", "{}");
  CHECK(model.trouble() == Code::kModelForeign);
}

TEST_CASE("lists that do not fit each other make a foreign model") {
  struct Change {
    const char *from, *to;
  };
  for (const Change& change : {
           Change{"\"upos\": [", "\"tags\": ["},
           Change{"\"vector_size\": 32", "\"vector_size\": -1"},
           Change{"\"vector_size\": 32", "\"vector_size\": \"32\""},
           Change{"\"roles\": [", "\"roles\": [\"other\", "},
           Change{"\"role_initial\": [", "\"role_initial\": [0.5, "},
           Change{"\"names\": [\n   \"O\"", "\"names\": [\n   \"B-X\""},
           Change{"\"name\": \"reader.bin\"", "\"name\": \"other.bin\""},
           Change{"\"name\": \"reader.bin\"", "\"name\": \"../tiny/reader.bin\""},
           Change{"\"cue_threshold\": 0.5", "\"cue_threshold\": 7"},
       }) {
    const ModelCopy model;
    model.edit(change.from, change.to);
    CHECK_MESSAGE(model.trouble() == Code::kModelForeign, change.to);
  }
}

TEST_CASE("a list of relations that the reader has no numbers for makes a foreign model") {
  const ModelCopy model;
  std::string more = "\"relations\": [";
  for (size_t k = read_manifest(kTiny.string())->relations.size(); k < kMostRelations; ++k)
    more += "\"dep:" + std::to_string(k) + "\", ";
  model.edit("\"relations\": [", more);
  CHECK(read_manifest(model.folder()));
  model.edit("\"relations\": [", "\"relations\": [\"one too many\", ");
  CHECK(model.trouble() == Code::kModelForeign);
}

TEST_CASE("a network whose classes are not those of the manifest's list is refused") {
  const ModelCopy model;
  model.edit("\"names\": [\n   \"O\"", "\"names\": [\n   \"O\", \"B-OTHER\"");
  REQUIRE(read_manifest(model.folder()));
  const auto network = Network::open(model.folder(), 1);
  REQUIRE_FALSE(network);
  CHECK(network.error().code == Code::kModelForeign);
}

TEST_CASE("a graph that the runtime cannot read is an error, not an exception") {
  const ModelCopy model;
  const std::string graph = model.read("reader.xml");
  std::string broken = graph;
  broken.replace(broken.find("<layers>"), 8, "<lawyers");
  model.write("reader.xml", broken);
  // The same size and an honest hash: the trouble is the runtime's to find.
  const auto before = read_manifest(kTiny.string());
  REQUIRE(before);
  std::string old_hash;
  for (const auto& file : before->files) old_hash = file.name == "reader.xml" ? file.sha256 : old_hash;
  const auto network_with_wrong_hash = Network::open(model.folder(), 1);
  REQUIRE_FALSE(network_with_wrong_hash);
  CHECK(network_with_wrong_hash.error().code == Code::kModelDamaged);
  model.edit(old_hash, onrecord::sha256_hex(broken));
  const auto network = Network::open(model.folder(), 1);
  REQUIRE_FALSE(network);
  CHECK(network.error().code == Code::kRuntime);
  CHECK(network.error().message.find('\n') == std::string::npos);
}
