"""The network: MiniLM-L6 with letter-case and quotation-state embeddings, and all heads over the words' vectors.

Method: cue first, then each cue reads its own source and content; biaffine dependency scores (Dozat and Manning 2017);
linear-chain CRF over the roles (Lafferty et al. 2001). docs/model-format.md has the graphs' inputs and outputs."""
import torch
import torch.nn as nn
import torch.nn.functional as F

from labels import ACTS, CONTEXTS, EVENT_ROLES, EVENT_TYPES, MENTIONS, MODES, NAMES, NEWS_ROLES, POLARITIES, ROLES, SOURCE_KINDS, STATUSES

MENTION_CLASSES = 5, 55, 26, 3, 36, 11, 16, 40, 7, 2, 2      # of coreference/pairs.cpp, in its order
PAIR_CLASSES = 13, 15, 4, 2, 2, 2, 2, 5, 2, 2, 2, 3, 9, 25, 9, 8
MENTION_KINDS = 5       # the first class of a mention: pronoun, name, noun, other
VECTORS = 4 * 384       # of a mention: head, first, last word, and the word that the head hangs on


def attend(q, k, v, bias):
    """Written out where sequences are short: PyTorch's fused attention is three to four times slower there on a CPU
    (training on two cores: 65 against 22 ms a layer for 25 rows of 64)."""
    if q.shape[2] > 128 and torch.is_grad_enabled():
        return F.scaled_dot_product_attention(q, k, v, attn_mask=bias)
    return ((q @ k.transpose(-1, -2)) * q.shape[-1] ** -.5 + bias).softmax(-1) @ v


class Layer(nn.Module):
    """One transformer layer, norm after. Dropout stays out of the attention: it would take PyTorch off its fast path."""

    def __init__(self, size, heads, inner, dropout=.1):
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.qkv, self.out, self.norm1 = nn.Linear(size, 3 * size), nn.Linear(size, size), nn.LayerNorm(size, eps=1e-12)
        self.inner, self.outer, self.norm2 = nn.Linear(size, inner), nn.Linear(inner, size), nn.LayerNorm(size, eps=1e-12)

    def forward(self, x, mask):
        b, t, d = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)
        a = attend(q, k, v, mask)
        x = self.norm1(x + F.dropout(self.out(a.transpose(1, 2).reshape(b, t, d)), self.dropout, self.training))
        return self.norm2(x + F.dropout(self.outer(F.gelu(self.inner(x))), self.dropout, self.training))


class Encoder(nn.Module):
    def __init__(self, vocabulary=30522, size=384, layers=6, heads=12, inner=1536, positions=512):
        super().__init__()
        self.size = size
        self.piece, self.position = nn.Embedding(vocabulary, size), nn.Embedding(positions, size)
        self.segment = nn.Parameter(torch.zeros(size))
        self.case, self.quote = nn.Embedding(8, size), nn.Embedding(8, size)
        nn.init.zeros_(self.case.weight)
        nn.init.zeros_(self.quote.weight)
        self.norm = nn.LayerNorm(size, eps=1e-12)
        self.layers = nn.ModuleList(Layer(size, heads, inner) for _ in range(layers))

    def forward(self, pieces, case, quote, mask):
        x = self.piece(pieces) + self.position.weight[:pieces.shape[1]] + self.segment + self.case(case) + self.quote(quote)
        x = F.dropout(self.norm(x), .1, self.training)
        bias = additive(mask, x.dtype)
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def load_minilm(self, path):
        from safetensors.torch import load_file
        w = load_file(path)
        get = lambda key: w[key].float()
        with torch.no_grad():
            self.piece.weight.copy_(get('embeddings.word_embeddings.weight'))
            self.position.weight.copy_(get('embeddings.position_embeddings.weight'))
            self.segment.copy_(get('embeddings.token_type_embeddings.weight')[0])
            for part, name in ((self.norm, 'embeddings.LayerNorm'),) + tuple(
                    (getattr(layer, mine), f'encoder.layer.{i}.{theirs}') for i, layer in enumerate(self.layers)
                    for mine, theirs in (('out', 'attention.output.dense'), ('norm1', 'attention.output.LayerNorm'),
                                         ('inner', 'intermediate.dense'), ('outer', 'output.dense'), ('norm2', 'output.LayerNorm'))):
                part.weight.copy_(get(name + '.weight'))
                part.bias.copy_(get(name + '.bias'))
            for i, layer in enumerate(self.layers):
                for kind in ('weight', 'bias'):
                    parts = [get(f'encoder.layer.{i}.attention.self.{z}.{kind}') for z in ('query', 'key', 'value')]
                    getattr(layer.qkv, kind).copy_(torch.cat(parts))


def additive(mask, dtype):
    """1/0 mask [B,T] → 0 / large negative bias [B,1,1,T]."""
    return (1.0 - mask[:, None, None, :].to(dtype)) * -1e4


class Network(nn.Module):
    def __init__(self, upos, xpos, lemma, relations, cameo, arc=256, label=96, reader=192, **encoder):
        super().__init__()
        self.encoder = Encoder(**encoder)
        d = self.encoder.size
        self.upos, self.xpos, self.lemma = nn.Linear(d, upos), nn.Linear(d, xpos), nn.Linear(d, lemma)
        self.arc_head, self.arc_dependent = nn.Linear(d, arc), nn.Linear(d, arc)
        self.arc_root = nn.Parameter(torch.zeros(arc))
        self.arc_weight = nn.Parameter(torch.zeros(arc + 1, arc))
        self.label_head, self.label_dependent = nn.Linear(d, label), nn.Linear(d, label)
        self.label_root = nn.Parameter(torch.zeros(d))
        self.label_weight = nn.Parameter(torch.zeros(relations, label + 1, label + 1))
        nn.init.xavier_uniform_(self.arc_weight)
        self.boundary = nn.Linear(d, 1)
        self.names, self.mentions = perceptron(d, 256, len(NAMES)), perceptron(d, 128, len(MENTIONS))
        self.cue = perceptron(d, 256, 3)
        self.reader = StatementReader(d, reader)
        self.trigger = perceptron(d, 256, 1)
        self.event_reader = EventReader(d, reader, cameo)
        self.pairs = Pairs()

    def vectors(self, pieces, case, quote, mask, first):
        h = self.encoder(pieces, case, quote, mask)
        rows, places, size = h.shape
        h = h.reshape(rows * places, size)[first.long() + places * torch.arange(rows)[:, None]]
        return F.dropout(h, .15, self.training)

    def arcs(self, h):
        """[B,W,W+1]: score of head j-1 for word i; column 0 is the root."""
        drop = lambda z: F.dropout(F.gelu(z), .33, self.training)
        dependent, head = drop(self.arc_dependent(h)), drop(self.arc_head(h))
        head = torch.cat([self.arc_root.to(head.dtype).expand(h.shape[0], 1, -1), head], 1)
        return torch.cat([dependent, torch.ones_like(dependent[..., :1])], -1) @ self.arc_weight @ head.transpose(1, 2)

    def relation(self, dependent, head, is_root):
        """[N,d], [N,d], [N] → [N,relations]."""
        drop = lambda z: F.dropout(F.gelu(z), .33, self.training)
        head = head + is_root[:, None].to(head.dtype) * self.label_root
        one = torch.ones_like(head[:, :1])
        a = torch.cat([drop(self.label_dependent(dependent)), one], -1)
        b = torch.cat([drop(self.label_head(head)), one], -1)
        r, n, _ = self.label_weight.shape
        left = a @ self.label_weight.permute(1, 0, 2).reshape(n, r * n)
        return (left.view(-1, r, n) * b[:, None, :]).sum(-1)


def perceptron(size, inner, out):
    return nn.Sequential(nn.Linear(size, inner), nn.GELU(), nn.Dropout(.1), nn.Linear(inner, out))


class Reader(nn.Module):
    """From the vector of a word that something hangs on (a cue, a trigger) and the words around it: each word's role, by a CRF."""
    SIZES = (45, 9, 7, 49, 3, 7, 256)                # classes of the seven features

    def __init__(self, size, k, roles):
        super().__init__()
        self.word, self.scale, self.shift = nn.Linear(size, k), nn.Linear(size, k), nn.Linear(size, k)
        self.features = nn.ModuleList(nn.Embedding(n, k) for n in self.SIZES)
        for e in self.features:
            nn.init.normal_(e.weight, std=.1)
        self.norm, self.near = nn.LayerNorm(k), nn.Linear(3 * k, k)
        self.layer = Layer(k, 6, 2 * k)
        self.roles = nn.Linear(2 * k, roles)
        self.transitions = nn.Parameter(torch.zeros(roles, roles))
        self.initial = nn.Parameter(torch.zeros(roles))

    def read(self, vectors, cue, features, mask):
        """→ role scores of each word, vectors of the words as read for this cue, and a function: the mean vector of a role's words."""
        m = mask[..., None].to(vectors.dtype)
        x = self.word(vectors) * (1 + self.scale(cue))[:, None] + self.shift(cue)[:, None]
        for e, f in zip(self.features, features):
            x = x + e(f)
        x = F.dropout(self.norm(x), .1, self.training) * m
        before, after = F.pad(x, (0, 0, 1, 0))[:, :-1], F.pad(x, (0, 0, 0, 1))[:, 1:]
        x = x + F.gelu(self.near(torch.cat([before, x, after], -1)))
        y = self.layer(x, additive(mask, x.dtype))
        roles = self.roles(torch.cat([y, x], -1))
        # The act lies in what is said, the kind of source in its words: each is read where the roles say that it stands.
        share = roles.detach().softmax(-1) * m
        mean = lambda role: (y * share[..., role, None]).sum(1) / (share[..., role].sum(1)[:, None] + .1)
        return roles, y, mean

    def crf_loss(self, emissions, gold, mask):
        """Negative log-likelihood of each row's role sequence."""
        m = mask.float()
        score = self.initial[gold[:, 0]] + (emissions.gather(2, gold[..., None]).squeeze(2) * m).sum(1)
        score = score + (self.transitions[gold[:, :-1], gold[:, 1:]] * m[:, 1:]).sum(1)
        alpha = self.initial + emissions[:, 0]
        for t in range(1, emissions.shape[1]):
            step = torch.logsumexp(alpha[:, :, None] + self.transitions, 1) + emissions[:, t]
            alpha = torch.where(mask[:, t, None].bool(), step, alpha)
        return torch.logsumexp(alpha, 1) - score


class StatementReader(Reader):
    """Also the cue's act, polarity and source kind, and whether it is a cue, now that its source and content are known."""

    def __init__(self, size, k):
        super().__init__(size, k, len(ROLES))
        self.joint = nn.Linear(size + 2 * k, 128)
        self.act, self.polarity, self.source_kind = nn.Linear(128, len(ACTS)), nn.Linear(128, 2), nn.Linear(128, len(SOURCE_KINDS))
        self.holds = nn.Linear(128, 1)

    def forward(self, vectors, cue, features, mask):
        roles, _, mean = self.read(vectors, cue, features, mask)
        joint = F.dropout(F.gelu(self.joint(torch.cat([cue, mean(1), mean(2)], -1))), .1, self.training)
        return roles, self.act(joint), self.polarity(joint), self.source_kind(joint), self.holds(joint)[:, 0]


class EventReader(Reader):
    """Also the event's type, status and the rest, read after its roles, and whether the trigger holds. `uttered`: the event is done by
    the very words it stands in."""
    HEADS = {'event_type': EVENT_TYPES, 'status': STATUSES, 'news_role': NEWS_ROLES, 'mode': MODES, 'contexts': CONTEXTS, 'holds': [''], 'uttered': ['']}

    def __init__(self, size, k, cameo):
        super().__init__(size, k, len(EVENT_ROLES))
        self.joint = nn.Linear(size + 3 * k, 192)
        self.heads = nn.ModuleDict({name: nn.Linear(192, len(labels)) for name, labels in self.HEADS.items()})
        self.heads['cameo'] = nn.Linear(192, cameo)

    def forward(self, vectors, trigger, features, mask):
        """→ role scores, {head: scores}"""
        roles, y, mean = self.read(vectors, trigger, features, mask)
        own = (features[4] == 2).to(y.dtype)[..., None]
        at = (y * own).sum(1) / own.sum(1).clamp(min=1)
        joint = F.dropout(F.gelu(self.joint(torch.cat([trigger, at, mean(1), mean(2)], -1))), .1, self.training)
        return roles, {name: head(joint) for name, head in self.heads.items()}


class Pairs(nn.Module):
    """Do two mentions mean the same? Over zero: likelier than that the anaphor refers to nothing before it."""

    def __init__(self, size=192, hidden=96, embedding=12):
        super().__init__()
        self.classes = nn.ModuleList(nn.Embedding(n, embedding) for n in MENTION_CLASSES)
        self.vectors, self.class_layer = nn.Linear(VECTORS, size), nn.Linear(embedding * len(MENTION_CLASSES), size)
        self.anaphor, self.antecedent = nn.Linear(size, hidden), nn.Linear(size, hidden, bias=False)
        self.both = nn.Linear(size, hidden, bias=False)
        self.pair = nn.ModuleList(nn.Embedding(n, hidden) for n in PAIR_CLASSES)
        for e in self.pair:
            nn.init.normal_(e.weight, std=.1)
        self.out, self.alone = nn.Linear(hidden, 1), nn.Linear(size, 1)
        self.kind = nn.Parameter(torch.zeros(MENTION_KINDS), requires_grad=False)       # set after training

    def forward(self, vectors, mention_classes, anaphor, antecedent, pair_classes):
        drop = lambda x, p: F.dropout(x, p, self.training)
        mention_classes, pair_classes, anaphor, antecedent = (x.long() for x in (mention_classes, pair_classes, anaphor, antecedent))
        classes = torch.cat([e(mention_classes[:, k]) for k, e in enumerate(self.classes)], 1)
        m = drop(F.gelu(self.vectors(drop(vectors, .3)) + self.class_layer(classes)), .4)
        x = self.anaphor(m)[anaphor] + self.antecedent(m)[antecedent] + self.both(m[anaphor] * m[antecedent])
        for k, e in enumerate(self.pair):
            x = x + e(pair_classes[:, k])
        return self.out(drop(F.gelu(x), .2))[:, 0] + self.alone(m)[anaphor, 0] + self.kind[mention_classes[anaphor, 0]]
