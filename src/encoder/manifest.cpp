#include "encoder/manifest.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <string_view>
#include <utility>

#include "base/file.h"
#include "base/sha256.h"

namespace onrecord::encoder {
namespace {

namespace dom = simdjson::dom;

constexpr uint64_t kMaxManifestBytes = 4U << 20U;
constexpr uint32_t kMaxVectorSize = 4096;
constexpr size_t kConfidenceNumbers = 4;

// Reads values of one JSON object; the first that is missing or of the wrong kind is kept as the trouble.
class Fields {
 public:
  explicit Fields(dom::element object) : object_(object) {}

  void read(std::string_view key, std::string& out) {
    std::string_view value;
    if (object_[key].get(value) == simdjson::SUCCESS) {
      out = value;
    } else {
      note(key, "a string");
    }
  }

  template <class Number>
  void read_number(std::string_view key, Number& out, Number most) {
    double value = 0;
    if (object_[key].get(value) == simdjson::SUCCESS && value >= 0 && value <= static_cast<double>(most)) {
      out = static_cast<Number>(value);
    } else {
      note(key, "a number within its range");
    }
  }

  void read(std::string_view key, std::vector<std::string>& out) {
    dom::array values;
    if (object_[key].get(values) != simdjson::SUCCESS) return note(key, "a list of strings");
    for (const dom::element value : values) {
      std::string_view text;
      if (value.get(text) != simdjson::SUCCESS) return note(key, "a list of strings");
      out.emplace_back(text);
    }
    if (out.empty()) note(key, "a list with members");
  }

  // Lists of lists are read row after row.
  void read(std::string_view key, std::vector<float>& out) {
    dom::element value;
    if (object_[key].get(value) != simdjson::SUCCESS || !flatten(value, out)) note(key, "a list of numbers");
  }

  void note(std::string_view key, std::string_view expected) {
    if (trouble_.empty()) trouble_ = fmt::format("\"{}\" is not {}", key, expected);
  }
  [[nodiscard]] const std::string& trouble() const { return trouble_; }

 private:
  static bool flatten(dom::element value, std::vector<float>& out) {
    dom::array values;
    if (value.get(values) == simdjson::SUCCESS) {
      return std::all_of(values.begin(), values.end(), [&](dom::element inner) { return flatten(inner, out); });
    }
    double number = 0;
    if (value.get(number) != simdjson::SUCCESS || !std::isfinite(number)) return false;
    out.push_back(static_cast<float>(number));
    return true;
  }

  dom::element object_;
  std::string trouble_;
};

tl::unexpected<Error> damaged(std::string message, const std::string& path) {
  return fail(Code::kModelDamaged, std::move(message) + "; fetch the model folder again", path);
}

tl::unexpected<Error> foreign(const std::string& what, const std::string& path) {
  return fail(Code::kModelForeign,
              what + "; this program needs a model of its own schema, " + std::string(kModelSchema), path);
}

void read_labels(dom::element root, Manifest& out, std::string& trouble) {
  dom::element labels;
  if (root["labels"].get(labels) != simdjson::SUCCESS || !labels.is_object()) {
    trouble = "\"labels\" is missing";
    return;
  }
  Fields fields(labels);
  fields.read("upos", out.upos);
  fields.read("xpos", out.xpos);
  fields.read("lemma_scripts", out.lemma_scripts);
  fields.read("relations", out.relations);
  fields.read("names", out.names);
  fields.read("mentions", out.mentions);
  fields.read("roles", out.roles);
  fields.read("acts", out.acts);
  fields.read("polarities", out.polarities);
  fields.read("source_kinds", out.source_kinds);
  fields.read("event_roles", out.event_roles);
  fields.read("event_types", out.event_types);
  fields.read("statuses", out.statuses);
  fields.read("news_roles", out.news_roles);
  fields.read("modes", out.modes);
  fields.read("contexts", out.contexts);
  fields.read("cameo", out.cameo);
  trouble = fields.trouble();
}

bool plain_name(const std::string& name) {
  return !name.empty() && name.find('/') == std::string::npos && name.find('\\') == std::string::npos && name != "." &&
         name != "..";
}

void read_files(dom::element root, Manifest& out, std::string& trouble) {
  dom::array files;
  if (root["files"].get(files) != simdjson::SUCCESS) {
    trouble = "\"files\" is missing";
    return;
  }
  for (const dom::element file : files) {
    ModelFile one;
    Fields fields(file);
    fields.read("name", one.name);
    fields.read("sha256", one.sha256);
    fields.read_number<uint64_t>("bytes", one.bytes, 1ULL << 40U);
    trouble = fields.trouble();
    // A manifest from elsewhere must not make us read outside the folder.
    if (trouble.empty() && !plain_name(one.name))
      trouble = fmt::format("\"{}\" is no name of a file in the folder", one.name);
    if (!trouble.empty()) return;
    out.files.push_back(std::move(one));
  }
}

// What no network of this program can give: BIO lists without "O" first, more classes than a number holds.
std::string label_trouble(const Manifest& m) {
  const auto bio = [](const std::vector<std::string>& labels) {
    return labels.front() == "O" && std::all_of(labels.begin() + 1, labels.end(), [](const std::string& label) {
             return label.size() > 2 && (label.compare(0, 2, "B-") == 0 || label.compare(0, 2, "I-") == 0);
           });
  };
  if (!bio(m.names)) return "\"names\" is no list of BIO labels";
  if (!bio(m.mentions)) return "\"mentions\" is no list of BIO labels";
  for (const auto* list : {&m.upos, &m.xpos}) {
    if (list->size() > 256) return "a list of tags has more than 256 members";
  }
  if (m.relations.size() > kMostRelations)
    return "\"relations\" has more than " + std::to_string(kMostRelations) + " members";
  if (m.lemma_scripts.size() > 65536) return "\"lemma_scripts\" has more than 65536 members";
  const auto crf = [](const std::vector<std::string>& roles, const std::vector<float>& initial,
                      const std::vector<float>& transitions, const std::string& of) -> std::string {
    if (initial.size() != roles.size()) return "\"" + of + "role_initial\" has not one number a role";
    if (transitions.size() != roles.size() * roles.size())
      return "\"" + of + "role_transitions\" is not roles by roles";
    return {};
  };
  for (const std::string& trouble : {crf(m.roles, m.role_initial, m.role_transitions, ""),
                                     crf(m.event_roles, m.event_role_initial, m.event_role_transitions, "event_")}) {
    if (!trouble.empty()) return trouble;
  }
  if (m.confidence.size() != kConfidenceNumbers) return "\"confidence\" is no list of four numbers";
  return {};
}

Result<void> check_file(const std::string& folder, const ModelFile& file) {
  const std::string path = folder + "/" + file.name;
  const auto mapped = MappedFile::open(path);
  if (!mapped) {
    if (mapped.error().code == Code::kInputMissing) {
      return fail(Code::kModelMissing,
                  "the model's manifest names this file, but it is not there; fetch the model folder again", path);
    }
    return fail(Code::kModelDamaged, mapped.error().message, path);
  }
  const size_t size = mapped->bytes().size();
  if (size != file.bytes) return damaged(fmt::format("has {} bytes, the manifest says {}", size, file.bytes), path);
  if (sha256_hex(mapped->bytes()) != file.sha256) return damaged("its SHA-256 differs from the manifest's", path);
  return {};
}

Result<Manifest> parse(const std::string& text, const std::string& path) {
  dom::parser parser;
  dom::element root;
  if (const auto error = parser.parse(text).get(root)) {
    return damaged(fmt::format("is not valid JSON ({})", simdjson::error_message(error)), path);
  }
  Manifest out;
  Fields fields(root);
  fields.read("schema", out.schema);
  if (out.schema != kModelSchema) return foreign(fmt::format("its schema is \"{}\"", out.schema), path);
  fields.read("version", out.version);
  fields.read_number<uint32_t>("vector_size", out.vector_size, kMaxVectorSize);
  fields.read("role_initial", out.role_initial);
  fields.read("role_transitions", out.role_transitions);
  fields.read("event_role_initial", out.event_role_initial);
  fields.read("event_role_transitions", out.event_role_transitions);
  fields.read_number<float>("cue_threshold", out.cue_threshold, 1.0F);
  fields.read_number<float>("event_threshold", out.event_threshold, 1.0F);
  fields.read("confidence", out.confidence);
  std::string trouble = fields.trouble();
  if (trouble.empty()) read_labels(root, out, trouble);
  if (trouble.empty()) read_files(root, out, trouble);
  if (trouble.empty()) trouble = label_trouble(out);
  if (trouble.empty() && out.vector_size == 0) trouble = "\"vector_size\" is zero";
  if (!trouble.empty()) return foreign("its manifest does not fit: " + trouble, path);
  return out;
}

}  // namespace

Result<Manifest> read_manifest(const std::string& folder) {
  std::error_code ignored;
  if (!std::filesystem::is_directory(folder, ignored)) {
    return fail(Code::kModelMissing, "there is no such model folder; give the folder that holds manifest.json", folder);
  }
  const std::string path = folder + "/manifest.json";
  const auto text = read_file(path, kMaxManifestBytes);
  if (!text && text.error().code == Code::kInputMissing) {
    return fail(Code::kModelMissing, "the folder holds no manifest.json; give the folder of a model", folder);
  }
  if (!text) return damaged(text.error().message, path);
  auto out = parse(*text, path);
  if (!out) return out;
  for (const char* name : kModelFiles) {
    const bool named =
        std::any_of(out->files.begin(), out->files.end(), [&](const ModelFile& f) { return f.name == name; });
    if (!named) return foreign(fmt::format("its manifest does not name {}", name), path);
  }
  for (const ModelFile& file : out->files) {
    if (auto checked = check_file(folder, file); !checked) return tl::unexpected(checked.error());
  }
  return out;
}

}  // namespace onrecord::encoder
