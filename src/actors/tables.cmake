# Tables of data/ → string literals, at configure time, so that a linguist edits words and never C++.
#   onrecord_embed_table(kCountries data/countries.txt)   adds `constexpr char kCountries[] = R"…";` to ${tables}
macro(onrecord_embed_table name file)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${file})
  file(READ ${CMAKE_SOURCE_DIR}/${file} content)
  string(APPEND tables "constexpr char ${name}[] = R\"table(${content})table\";\n")
endmacro()
