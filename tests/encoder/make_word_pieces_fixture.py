"""Writes data/word_pieces.tsv: words and their pieces after the reference implementation (HuggingFace tokenizers).

    python make_word_pieces_fixture.py TOKENIZER.JSON
    python make_word_pieces_fixture.py TOKENIZER.JSON --every-character > FILE   # each code point between two letters

A line is WORD, tab, piece numbers. The word is in JSON's escapes without the quotation marks, ASCII only.
"""
import json, os, random, sys

from tokenizers import Tokenizer

STRAIGHT = str.maketrans({'\u2018': "'", '\u2019': "'", '\u201c': '"', '\u201d': '"'})
UNKNOWN, MOST_PIECES = 100, 8


def pieces(tokenizer, words):
    encoded = tokenizer.encode([w.translate(STRAIGHT) for w in words], is_pretokenized=True, add_special_tokens=False)
    out = [[] for _ in words]
    for piece, word in zip(encoded.ids, encoded.word_ids):
        out[word].append(piece)
    return [p[:MOST_PIECES] or [UNKNOWN] for p in out]


# ---- words of our own making ----------------------------------------------------------------------------------------
STEMS = ('minister sanction protest agree ceasefire border negotiate election parliament accuse withdraw president embassy '
         'spokes brigade refugee govern demand threaten corrupt inflation pipeline treaty observer court allege mobilise '
         'ratify boycott detain evacuate humanitarian constitution province missile reconnaissance').split()
PREFIXES = ['', 're', 'un', 'non-', 'counter', 'anti-', 'ultra', 'de', 'pre', 'mis', 'super']
SUFFIXES = ['', 's', 'ed', 'ing', 'er', 'ation', "'s", '\u2019s', 'ness', 'ible', 'ish', 'ism', '-led', "n't"]
NAMES = ('Łukasz Żółć Gdańsk Škoda Đoković Øresund Ærø Þórður Ísafjörður Çağlayan Şırnak İstanbul Iğdır Ünal Gökçeada '
         'Müller Weiß Straße François Besançon Cañón Peña São Conceição Coímbra Nguyễn Phạm Đà Huế Trường Ōsaka Kyūshū '
         'Ħamrun Ġgantija Ţurcanu Brăila Iaşi Kőszeg Győr Ýmir Ăn Åland Noël Zoë L\u2019Hôpital D\u2019Angelo O\u2019Brien '
         'Sinn-Féin Ñuñoa Güemes Ľubomír Ďáblice Ŵyn Tŷ Ʒan Ǆor Ǆ ǅ ǆ ﬁnal eﬃcient ﬀ Ⅷ ⅷ K Å Ω ſaint ẞ ß').split()
SCRIPTS = ['Москва', 'Київ', 'Ѓорче', 'Йод', 'Ёлка', 'Αθήνα', 'Σίσυφος', 'ΟΔΟΣ', 'Ἀθῆναι', 'القاهرة', 'مُحَمَّد', 'الـرياض', 'تهران', 'ירושלים',
           'שָׁלוֹם', 'दिल्ली', 'काठमाण्डू', 'বাংলা', 'தமிழ்', 'తెలుగు', 'ಕನ್ನಡ', 'മലയാളം', 'ไทย', 'กรุงเทพฯ', 'ລາວ', 'မြန်မာ', 'ភាសាខ្មែរ', '한국어', '서울',
           '각', 'ㄱㄴ', '日本', '東京都', 'カタカナ', 'ガギグ', 'ﾊﾝｶｸ', 'ひらがな', '中华人民共和国', '北京abc', 'a中b', '㐀㐁', '\U00020000', '\U0002b820', '豈更',
           '﨎', '𠮷野', 'Հայաստան', 'საქართველო', 'Ქართ', 'Ꭰꭰ', 'አማርኛ', 'ᠮᠣᠩᠭᠣᠯ', 'ཏིབྷེ', '𐌰𐌱', '𝔸𝕓', 'Ⓐⓑ', 'ＮＡＴＯ', 'ｆｕｌｌ', '１２３', '①②', '²³', 'ª º']
SYMBOLS = ['€', '£5', '$3.50', '¥', '₹', '§', '¶', '©', '®', '™', '°C', '±', '×', '÷', '½', '¼', '…', '...', '–', '—', '―', '-', '‐', '‑', '•', '·', '«', '»',
           '„', '“', '”', '‘', '’', '‚', '‹', '›', '¿', '¡', '¿Qué', '!', '?!', '(', ')', '[', ']', '{', '}', '<', '>', '/', '\\', '|', '~', '`', '^', '+', '=', '_',
           '@', '#', '%', '&', '*', ',', '.', ':', ';', '"', "'", '′', '″', '〈', '〉', '。', '、', '「', '」', '！', '؟', '،', '।', '჻', '⸺', '⹃', '᙭', '᜴', '𑇉',
           '→', '√', '∞', '≠', '█', '♥', '😀', '👍🏽', '👨‍👩‍👧', '🇺🇦', '🏳️‍🌈', '❤️', '☎', '🥰', '🫠', 'ok👍', '😀😀', '#MeToo', '@user_name', 'a/b', 'and/or', 'AT&T', 'R&D']
NUMBERS = ['0', '7', '42', '1,000', '12,345,678', '3.14', '-5', '50%', '1990s', "'90s", '2024-05-17', '17/05/2024', '10:30', '1st', '22nd', '1e10', '0x1F', '５', '٣٤',
           '१२', '+44', '555-0123', 'F-16', 'MI6', 'G20', 'COVID-19', 'Su-35S', '1.5bn', '24/7', '£1.2m']
HOSTILE = ['\u0000', '\u0001', 'a\u0000b', '\u007f', '\u0085', 'a\u00adb', '\u200b', 'a\u200bb', '\u200d', '\u2028', '\u2060', '\ufeffword', '\ufffd', 'a\ufffdb', '\ue000',
           'a\ue000b', '\U000f0000', 'a\u00a0b', 'a\u2003b', '\u3000', 'x\ty', 'x\ny', 'x\ry', 'a\u0301', '\u0301', '\u0301\u0301', 'e\u0301\u0327x', 'a\u0489', 'a\u20dd', '\u0378',
           'x\u0378y', '\u09fe', 'ᢅ', '\u061c', '\u180e', 'n\u0303', 'q\u0307\u0323', '\u1fef', '\u037e', '\u0387', '\u2126', '\u212b', '\u1e9b\u0323', '\ua7ae', '\u0130', 'ı', 'ŉ', 'ǰ',
           '\uac01\u11a8', '\u1100\u1161', '\u302e', 'zẹ\u0301', '##ing', 'a##b', 'unused0', 'Ⅎ', 'ↄ', '\u1c80', '\u1c90', '\u10a0', '\U00010400', '\U0001e900', '\u2c00', '\ufb01']


def long_words(rng):
    for size in (15, 16, 17, 99, 100, 101, 102, 150, 399, 400, 401, 1000):
        yield 'a' * size
        yield 'é' * size
        yield 'ж' * size
        yield 'un' * (size // 2)
        yield '\U0001d54f' * size
        yield 'x' * (size - 1) + '-' + 'y' * size
        yield '.' * size
        yield '中' * size
        yield ''.join(rng.choice('abcdefghijklmnopqrstuvwxyz') for _ in range(size))
        yield 'a\u0301' * size


def random_words(rng, count):
    pools = [range(0x21, 0x7f), range(0xa1, 0x250), range(0x250, 0x600), range(0x900, 0x1200), range(0x1e00, 0x2070), range(0x2070, 0x2c00),
             range(0x3000, 0x3400), range(0x4e00, 0xa000), range(0xa000, 0xd800), range(0xf900, 0xffff), range(0x10000, 0x20000), range(0x1f300, 0x1f9ff)]
    for k in range(count):
        mixed = k % 3 == 0
        pool = rng.choice(pools)
        size = rng.randint(1, 12)
        yield ''.join(chr(rng.choice(rng.choice(pools) if mixed else pool if rng.random() < .8 else pools[0])) for _ in range(size))


def varied_words():
    rng = random.Random(7)
    words = [p + s + e for s in STEMS for p, e in zip(rng.sample(PREFIXES, 10), rng.sample(SUFFIXES, 10))]
    words += [rng.choice([str.upper, str.title, str.capitalize, str.swapcase])(w) for w in rng.sample(words, 150)]
    words += NAMES + [w.upper() for w in NAMES] + [w.lower() for w in NAMES] + SCRIPTS + SYMBOLS + NUMBERS + HOSTILE
    words += [a + b for a, b in zip(rng.choices(NAMES + SCRIPTS, k=300), rng.choices(SYMBOLS + NUMBERS + HOSTILE + STEMS, k=300))]
    words += long_words(rng)
    words += random_words(rng, 1700)
    return list(dict.fromkeys(w for w in words if w))


def line(word, ids):
    return json.dumps(word)[1:-1] + '\t' + ' '.join(map(str, ids))


def main():
    tokenizer = Tokenizer.from_file(sys.argv[1])
    tokenizer.no_padding()
    tokenizer.no_truncation()
    if '--every-character' in sys.argv:
        words = [f'x{chr(c)}y' for c in range(1, 0x110000) if not 0xd800 <= c < 0xe000]
        for begin in range(0, len(words), 10000):
            chunk = words[begin:begin + 10000]
            for word, ids in zip(chunk, pieces(tokenizer, chunk)):
                print(line(word, ids))
        return
    words = varied_words()
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'data', 'word_pieces.tsv')
    with open(path, 'w', encoding='ascii') as out:
        for word, ids in zip(words, pieces(tokenizer, words)):
            out.write(line(word, ids) + '\n')
    print(len(words), 'words')


if __name__ == '__main__':
    main()
