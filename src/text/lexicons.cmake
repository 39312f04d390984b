# data/lexicons/*.txt → lexicon_tables.inc, at configure time, so that a linguist edits words and never C++.
set(LEXICONS ${CMAKE_SOURCE_DIR}/data/lexicons)

function(onrecord_read_words file out)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${LEXICONS}/${file})
  file(STRINGS ${LEXICONS}/${file} lines REGEX "^[^#]")
  set(${out} "${lines}" PARENT_SCOPE)
endfunction()

set(tables "// Made by src/text/lexicons.cmake.\n")

# "class word word …" lines; a word's value is the place of its class in CLASSES.
function(onrecord_class_table file name classes)
  onrecord_read_words(${file} lines)
  set(table "constexpr Entry ${name}[] = {\n")
  foreach(line IN LISTS lines)
    string(REPLACE " " ";" words "${line}")
    list(POP_FRONT words class)
    list(FIND classes "${class}" value)
    if(value LESS 1)
      message(FATAL_ERROR "${file}: no class \"${class}\"")
    endif()
    foreach(word IN LISTS words)
      string(APPEND table "{\"${word}\", ${value}},\n")
    endforeach()
  endforeach()
  set(tables "${tables}${table}};\n" PARENT_SCOPE)
endfunction()

onrecord_class_table(abbreviations.txt kAbbreviations "none;title;month;number;within;company;place;anywhere")
onrecord_class_table(word_classes.txt kWordClasses "other;function;calendar;reporting")

foreach(list "bound_prefixes kBoundPrefixes" "units kUnits")
  string(REPLACE " " ";" list "${list}")
  list(GET list 0 file)
  list(GET list 1 name)
  onrecord_read_words(${file}.txt lines)
  string(REPLACE " " ";" words "${lines}")
  string(APPEND tables "constexpr Entry ${name}[] = {\n")
  foreach(word IN LISTS words)
    string(APPEND tables "{\"${word}\", 1},\n")
  endforeach()
  string(APPEND tables "};\n")
endforeach()

onrecord_read_words(contractions.txt lines)
string(REPLACE " " ";" words "${lines}")
string(APPEND tables "constexpr Entry kContractions[] = {\n")
foreach(word IN LISTS words)
  string(FIND "${word}" "|" cut)
  string(REPLACE "|" "" word "${word}")
  string(APPEND tables "{\"${word}\", ${cut}},\n")
endforeach()
string(APPEND tables "};\n")

file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/generated/text/lexicon_tables.inc CONTENT "${tables}" @ONLY)

# data/sentences/weights.tsv → sentence_weights.inc
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/data/sentences/weights.tsv)
file(READ ${CMAKE_SOURCE_DIR}/data/sentences/weights.tsv weights)
string(REGEX REPLACE "\n#[^\n]*" "" weights "\n${weights}")
string(REGEX REPLACE "\n([^\t\n]*)\t([^\t\n]*)\t([^\t\n]*)\t([^\t\n]*)" "\n{R\"~(\\2)~\", R\"~(\\3)~\", R\"~(\\4)~\", \\1},"
       weights "${weights}")
file(GENERATE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/generated/text/sentence_weights.inc
     CONTENT "// Made by src/text/lexicons.cmake.\nconstexpr NamedWeight kSentenceWeights[] = {${weights}};\n")
