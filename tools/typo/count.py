"""Counts runs of one to four characters in official prose.

    python3 count.py OUT [--weight PREFIX=N ...] FILE...

FILE is a text with a line a sentence, `source<TAB>sentence`, or .jsonl of {"src", "text"}; either may be .xz. A source whose
name begins with PREFIX counts N times: prose of reports is rare beside news and laws. Writes OUT/vocab.json and, for n of
1 to 4, the runs (k2.npy …, 13 bits a character, sorted) and how often each stands (c2.npy …). Same input, same bytes.
"""
import json
import lzma
import os
import sys

import numpy as np

# Classes below the characters: 0 parts the text, 1 is a run of digits, 2 a run of Latin letters.
FIRST = 3
MOST_CHARS = 8180
FEWEST = {2: 2, 3: 3, 4: 4}


def sentences(path):
    opened = lzma.open(path, 'rt', encoding='utf-8') if path.endswith('.xz') else open(path, encoding='utf-8')
    with opened as lines:
        for line in lines:
            line = line.rstrip('\n')
            if '.jsonl' in path:
                if not line:
                    continue
                row = json.loads(line)
                for sentence in row['text'].split('\n'):
                    yield row['src'], sentence
            else:
                source, _, sentence = line.partition('\t')
                if sentence:
                    yield source, sentence


def main():
    out, args = sys.argv[1], sys.argv[2:]
    weights, files, i = [], [], 0
    while i < len(args):
        if args[i] == '--weight':
            prefix, _, n = args[i + 1].partition('=')
            weights.append((prefix, int(n)))
            i += 2
        else:
            files.append(args[i])
            i += 1
    os.makedirs(out, exist_ok=True)
    parts = []
    for path in files:
        for source, sentence in sentences(path):
            n = next((w for p, w in weights if source.startswith(p)), 1)
            parts.extend([sentence] * n)
    codes = np.frombuffer('\n'.join(parts).encode('utf-32-le'), dtype=np.uint32)
    del parts
    limit = 0x110000
    counts = np.bincount(codes, minlength=limit)
    han = np.zeros(limit, bool)
    han[0x4E00:0xA000] = True
    han[0x3007] = True
    ranked = sorted(((int(counts[c]), int(c)) for c in np.nonzero(han & (counts >= 5))[0]), key=lambda x: (-x[0], x[1]))[:MOST_CHARS]
    classes = np.zeros(limit, np.uint16)
    for c in '0123456789０１２３４５６７８９%％．.':
        classes[ord(c)] = 1
    for first in (0x41, 0x61, 0xFF21, 0xFF41):
        classes[first:first + 26] = 2
    classes[han] = FIRST + len(ranked)
    for k, (_, c) in enumerate(ranked):
        classes[c] = k + FIRST
    skipped = np.zeros(limit, bool)
    skipped[[0x20, 0x09, 0x200B, 0x3000, 0xA0]] = True
    tokens = classes[codes[~skipped[codes]]]
    keep = np.ones(len(tokens), bool)
    keep[1:] = ~((tokens[1:] == tokens[:-1]) & (tokens[1:] < FIRST))
    tokens = tokens[keep].astype(np.uint64)
    with open(f'{out}/vocab.json', 'w') as f:
        json.dump({'chars': ''.join(chr(c) for _, c in ranked)}, f, ensure_ascii=False)
    np.save(f'{out}/c1.npy', np.bincount(tokens.astype(np.int64), minlength=len(ranked) + FIRST + 1).astype(np.uint32))
    for n in (2, 3, 4):
        length = len(tokens) - n + 1
        keys = np.zeros(length, np.uint64)
        whole = np.ones(length, bool)
        for j in range(n):
            keys = (keys << np.uint64(13)) | tokens[j:j + length]
            if 0 < j < n - 1:
                whole &= tokens[j:j + length] != 0
        keys = keys[whole]
        keys.sort()
        first = np.nonzero(np.concatenate(([True], keys[1:] != keys[:-1])))[0]
        times = np.diff(np.concatenate((first, [len(keys)])))
        keys = keys[first]
        often = times >= FEWEST[n]
        print(n, 'distinct', len(keys), {m: int((times >= m).sum()) for m in (2, 3, 5, 8, 10, 20)}, flush=True)
        np.save(f'{out}/k{n}.npy', keys[often])
        np.save(f'{out}/c{n}.npy', times[often].astype(np.uint32))


main()
