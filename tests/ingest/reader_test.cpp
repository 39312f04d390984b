#include "cpu_seconds.h"
#include "ingest/reader.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "ingest/helpers.h"

namespace onrecord::ingest {
namespace {

namespace fs = std::filesystem;

// A folder that goes when the test ends.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "onrecord-reader-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  std::string write(const std::string& name, std::string_view bytes) const {
    const fs::path path = path_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
  }
  [[nodiscard]] std::string path(const std::string& name = {}) const {
    return name.empty() ? path_.string() : (path_ / name).string();
  }

 private:
  fs::path path_;
};

// "id" for a report, "OR0106 input" for trouble.
std::vector<std::string> read_all(std::vector<std::string> arguments, ReaderOptions options = {}) {
  Reader reader(std::move(arguments), options);
  std::vector<std::string> out;
  while (auto item = reader.next()) {
    out.push_back(*item ? (*item)->id : code_text(item->error().code) + " " + item->error().input);
  }
  return out;
}

using Ids = std::vector<std::string>;

TEST_CASE("Files are read whole, named by their path") {
  const Folder folder;
  const std::string text = folder.write("a.txt", "Pier closed");
  const std::string page = folder.write("b.html", "<p>Pier closed</p>");
  Reader reader({text, page}, {});
  const auto first = reader.next();
  REQUIRE((first && *first));
  CHECK((*first)->id == text);
  CHECK((*first)->bytes == "Pier closed");
  const auto second = reader.next();
  REQUIRE((second && *second));
  CHECK((*second)->format == Format::kHtml);
  CHECK_FALSE(reader.next().has_value());
}

TEST_CASE("A folder is read in the order of names, with what is below it") {
  const Folder folder;
  const Ids expected = {folder.write("a.txt", "x"), folder.write("b/c.html", "x"), folder.write("b/d/e.txt", "x"),
                        folder.write("f.txt", "x")};
  folder.write("picture.png", "x");
  folder.write(".hidden.txt", "x");
  fs::create_directory_symlink(folder.path(), folder.path("b/loop"));
  CHECK(read_all({folder.path()}) == expected);
}

TEST_CASE("The file that takes the output is not read with its folder") {
  const Folder folder;
  const std::string text = folder.write("a.txt", "x");
  ReaderOptions options;
  options.leave_out = folder.write("out.jsonl", "{}");
  CHECK(read_all({folder.path()}, options) == Ids{text});
}

TEST_CASE("Patterns stand for the files that they match") {
  const Folder folder;
  const std::string one = folder.write("wire-1.txt", "x");
  const std::string two = folder.write("wire-2.txt", "x");
  folder.write("other.txt", "x");
  CHECK(read_all({folder.path("wire-*.txt")}) == Ids{one, two});
  CHECK(read_all({folder.path("none-*.txt")}) == Ids{"OR0101 " + folder.path("none-*.txt")});
  const std::string odd = folder.write("odd[1].txt", "x");
  CHECK(read_all({odd}) == Ids{odd});
}

TEST_CASE("Trouble with one argument does not stop the others") {
  const Folder folder;
  const std::string good = folder.write("good.txt", "x");
  // A socket of files that cannot be opened: a link to itself.
  fs::create_symlink("loop.txt", folder.path("loop.txt"));
  CHECK(read_all({folder.path("missing.txt"), folder.path("loop.txt"), good}) ==
        Ids{"OR0101 " + folder.path("missing.txt"), "OR0102 " + folder.path("loop.txt"), good});
}

TEST_CASE("A folder without permission is an error of its own") {
  const Folder folder;
  folder.write("shut/a.txt", "x");
  const std::string good = folder.write("z.txt", "x");
  fs::permissions(folder.path("shut"), fs::perms::none);
  const bool root_reads_all = ::access(folder.path("shut").c_str(), R_OK) == 0;
  const Ids found = read_all({folder.path()});
  fs::permissions(folder.path("shut"), fs::perms::owner_all);
  if (!root_reads_all) CHECK(found == Ids{"OR0102 " + folder.path("shut"), good});
  CHECK(found.back() == good);
}

TEST_CASE("JSON Lines give one report a line, with what is known of it") {
  const Folder folder;
  const std::string file =
      folder.write("r.jsonl",
                   "\xEF\xBB\xBF"
                   R"({"id": "one", "text": "Pier closed\n\nNo.", "title": "Pier", "published": "2024-03-03", )"
                   R"("url": "https://example.org/1", "publisher": "Courier", "other": [1, {"a": 2}]})"
                   "\r\n\n"
                   R"({"html": "<p>x</p>"})"
                   "\n"
                   R"({"story_id": 12, "event_text": "No.", "headline": "Pier", "pub_date": "20240303"})");
  Reader reader({file}, {});
  const auto one = reader.next();
  REQUIRE((one && *one));
  CHECK((*one)->id == "one");
  CHECK((*one)->bytes == "Pier closed\n\nNo.");
  CHECK((*one)->format == Format::kText);
  CHECK((*one)->title == "Pier");
  CHECK((*one)->published == "2024-03-03");
  CHECK((*one)->url == "https://example.org/1");
  CHECK((*one)->publisher == "Courier");
  const auto two = reader.next();
  REQUIRE((two && *two));
  CHECK((*two)->id == file + ":3");
  CHECK((*two)->format == Format::kHtml);
  const auto three = reader.next();
  REQUIRE((three && *three));
  CHECK((*three)->id == "12");
  CHECK((*three)->bytes == "No.");
  CHECK((*three)->title == "Pier");
  CHECK((*three)->published == "20240303");
  CHECK_FALSE(reader.next().has_value());
}

TEST_CASE("A broken line is named and the rest is read") {
  const Folder folder;
  std::string lines;
  Ids expected;
  const std::string file = folder.path("r.jsonl");
  for (int i = 1; i <= 10; ++i) {
    lines += i == 7   ? "{\"text\": \"cut off\n"
             : i == 8 ? "{\"title\": \"no text\"}\n"
             : i == 9 ? "[1]\n"
                      : "{\"text\": \"x\"}\n";
    const std::string name = file + ":" + std::to_string(i);
    expected.push_back(i >= 7 && i <= 9 ? "OR0106 " + name : name);
  }
  folder.write("r.jsonl", lines);
  CHECK(read_all({file}) == expected);
}

TEST_CASE("A line over the budget is passed over in constant memory") {
  const Folder folder;
  const std::string file = folder.path("long.jsonl");
  {
    std::ofstream out(file, std::ios::binary);
    out << "{\"text\": \"x\"}\n{\"text\": \"";
    const std::string chunk(1 << 20, 'x');
    for (int i = 0; i < 50; ++i) out << chunk;
    out << "\"}\n{\"text\": \"y\"}\n";
  }
  CHECK(read_all({file}) == Ids{file + ":1", "OR0104 " + file + ":2", file + ":3"});
}

TEST_CASE("A file of 200 MB is refused without being read") {
  const Folder folder;
  const std::string file = folder.write("big.txt", "x");
  fs::resize_file(file, 200 << 20);
  CHECK(cpu_seconds([&] { CHECK(read_all({file}) == Ids{"OR0104 " + file}); }) < 1);
}

TEST_CASE("A .json file may hold one object, an array, or lines") {
  const Folder folder;
  const std::string object = folder.write("object.json", "{\n  \"text\": \"x\"\n}\n");
  const std::string array = folder.write("array.json", "[\n{\"text\": \"x\"},\n{\"id\": \"b\", \"text\": \"y\"}, 3]");
  const std::string lines = folder.write("lines.json", "{\"text\": \"x\"}\n{\"text\": \"y\"}\n");
  const std::string broken = folder.write("broken.json", "{\n  \"text\": \n");
  CHECK(read_all({object, array, lines, broken}) ==
        Ids{object, array + ":1", "b", "OR0106 " + array + ":3", lines + ":1", lines + ":2", "OR0106 " + broken});
}

TEST_CASE("A file of another name is read by what is in it") {
  const Folder folder;
  const std::string lines = folder.write("dump", "\n {\"text\": \"x\"}\n{\"text\": \"y\"}\n");
  const std::string text = folder.write("report.wire", "Pier closed");
  CHECK(read_all({lines, text}) == Ids{lines + ":2", lines + ":3", text});
}

// What standard input would hold, as a pipe.
Ids read_standard_input(std::string_view bytes) {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  REQUIRE(::write(ends[1], bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
  ::close(ends[1]);
  ReaderOptions options;
  options.standard_input = ends[0];
  const Ids ids = read_all({"-"}, options);
  ::close(ends[0]);
  return ids;
}

TEST_CASE("Standard input holds JSON Lines or one report") {
  CHECK(read_standard_input("{\"text\": \"x\"}\n{\"text\": \"y\"}") == Ids{"stdin:1", "stdin:2"});
  CHECK(read_standard_input("Pier closed\n") == Ids{"stdin"});
  CHECK(read_standard_input("") == Ids{"stdin"});
}

TEST_CASE("Nothing named, nothing read") {
  CHECK(read_all({}).empty());
}

}  // namespace
}  // namespace onrecord::ingest
