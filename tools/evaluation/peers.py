"""What others reach, as published or as measured with the same scorers; every figure with its source. Figures that do
not mean quite the same carry a mark that docs/evaluation.md explains."""

# UDPipe 2 (version 2.17 models, a large transformer on GPU), gold tokens, released UD test sets: its published table.
# The nearest peer that runs without a GPU, spaCy en_core_web_sm, follows another scheme and cannot be compared.
UDPIPE = {'ewt': {'upos': '97.6', 'uas': '94.1', 'las': '92.4'}, 'gum': {'upos': '98.4', 'uas': '93.8', 'las': '92.1'}}

# Statements, on PolNeAR's test split (ours is on dev), by score/attribution.py:
#   Citron with every stage retrained on half of PolNeAR train, 55 documents; textacy 0.13 with spaCy en_core_web_sm
#   3.8, paragraph by paragraph, parts under one cue merged, 84 documents.
# Spans: BERT + Cofe (CofeNet, 2022), published, over its own passages and without links from source to content.
# Human: two annotators on 20 other articles, 590 pairs, the same scorer.
ATTRIBUTION = {
    'head': ('43.9 Citron', '73.0'),
    'found': ('67.0 Citron', '85.6'),
    'exact': ('28.9 Citron', '60.2'),
    'direct': ('70.0 textacy', '96.3'),
    'mixed': ('50.9 Citron', '84.0'),
    'indirect': ('26.0 Citron', '67.0'),
    'source': ('83.2 CofeNet', '79.3'),
    'cue': ('75.3 CofeNet', '71.2'),
    'content': ('72.9 CofeNet', '72.3'),
}
