# onrecord_tables(actors kCountries data/countries.txt …) makes actors/tables.inc for the library onrecord_actors: each table of
# data/ a string literal `constexpr char kCountries[]`, at configure time, so that a linguist edits words and never C++.
function(onrecord_tables name)
  set(tables "// Made by cmake/OnrecordTables.cmake.\n")
  while(ARGN)
    list(POP_FRONT ARGN variable file)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${file})
    file(READ ${CMAKE_SOURCE_DIR}/${file} content)
    string(APPEND tables "constexpr char ${variable}[] = R\"table(${content})table\";\n")
  endwhile()
  file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/generated/${name}/tables.inc CONTENT "${tables}" @ONLY)
  target_include_directories(onrecord_${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/generated)
endfunction()
