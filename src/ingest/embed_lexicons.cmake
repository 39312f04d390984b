# cmake -DFOLDER=… -DOUTPUT=… -P embed_lexicons.cmake
# Writes every FOLDER/ingest-NAME.txt into one C++ file as the table NAME.
file(GLOB tables ${FOLDER}/ingest-*.txt)
list(SORT tables)
set(code "#include \"ingest/lexicon_data.h\"\n\nnamespace onrecord::ingest {\nnamespace {\n\nconstexpr EmbeddedTable kTables[] = {\n")
foreach(table IN LISTS tables)
  get_filename_component(name ${table} NAME_WE)
  string(REPLACE "ingest-" "" name ${name})
  file(READ ${table} text)
  string(APPEND code "{\"${name}\", R\"TABLE(${text})TABLE\"},\n")
endforeach()
string(APPEND code "};\n\n}  // namespace\n\nstd::span<const EmbeddedTable> embedded_tables() { return kTables; }\n\n}  // namespace onrecord::ingest\n")
file(WRITE ${OUTPUT} "${code}")
